using Npgsql;
using NpgsqlTypes;

namespace TrendGrains.Storage;

/// <summary>COPY cells that may be absent.</summary>
internal static class BinaryImport
{
    public static Task WriteTextAsync(this NpgsqlBinaryImporter copy, string? text, CancellationToken cancellationToken) =>
        text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(StoredText.Clean(text), NpgsqlDbType.Text, cancellationToken);

    public static Task WriteNullableAsync<T>(this NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellationToken)
        where T : struct =>
        value is { } present ? copy.WriteAsync(present, type, cancellationToken) : copy.WriteNullAsync(cancellationToken);
}
