namespace TrendGrains.Reading;

/// <summary>A page as it was received.</summary>
/// <param name="Url">Absolute URL it came from; relative links are resolved against it. Null for a file.</param>
/// <param name="MediaType">Media type without parameters.</param>
/// <param name="Charset">Character set that the transport named, if any.</param>
/// <param name="Body">The decompressed body.</param>
/// <param name="FetchedAt">When it was fetched; a published time after it is not believed.</param>
public sealed record RawPage(string? Url, string MediaType, string? Charset, ReadOnlyMemory<byte> Body, DateTimeOffset? FetchedAt);
