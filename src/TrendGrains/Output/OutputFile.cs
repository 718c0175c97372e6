using System.Text;
using System.Text.Json;

namespace TrendGrains.Output;

/// <summary>JSON Lines to a file or, for '-' and nothing, to standard output.</summary>
internal sealed class OutputFile : IAsyncDisposable
{
    private readonly StreamWriter writer;

    public OutputFile(string? path) => writer = new StreamWriter(
        path is null or "-" ? Console.OpenStandardOutput() : File.Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);

    public Task WriteAsync<T>(T line) => writer.WriteLineAsync(JsonSerializer.Serialize(line, Json.Options));

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
