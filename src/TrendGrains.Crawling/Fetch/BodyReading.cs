using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>Reads a body through its decoders into memory, within every limit.</summary>
internal static class BodyReading
{
    /// <summary>A short body may be compressed to almost nothing without meaning harm.</summary>
    private const int RatioCounts = 1024 * 1024;

    /// <summary>RFC 9309, 2.5: at least the first 500 KiB of a robots.txt must be read; what follows may be ignored.</summary>
    private const int RobotsBytes = 500 * 1024;

    /// <exception cref="BodyRefusedException">A limit was passed, or the body cannot be decoded.</exception>
    public static async Task<byte[]> ReadAsync(
        Stream content, string? contentEncoding, FetchPurpose purpose, FetchOptions limits, TimeProvider clock, BodyBuffer buffer, CancellationToken cancellationToken)
    {
        var robots = purpose == FetchPurpose.Robots;
        var most = robots ? Math.Min(RobotsBytes, limits.MaxBytes) : limits.MaxBytes;
        await using var wire = new WireStream(content, limits, cutAtLimit: robots, clock);
        try
        {
            await using var body = await BodyDecoding.OpenAsync(wire, contentEncoding, cancellationToken);
            while (await body.ReadAsync(buffer.Room(), cancellationToken) is var read and > 0)
            {
                buffer.Add(read);
                if (buffer.Length > RatioCounts && buffer.Length > limits.MaxRatio * wire.Count)
                {
                    throw new BodyRefusedException(
                        CrawlReason.TooCompressed, $"The body unpacks to more than {limits.MaxRatio} times its size ({wire.Count:N0} bytes gave {buffer.Length:N0} so far).");
                }

                if (buffer.Length > most)
                {
                    return robots ? buffer.ToArray(most) : throw new BodyRefusedException(
                        CrawlReason.TooLarge, $"The body is longer than {most:N0} bytes; reading stopped there.");
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException) // Brotli throws the latter
        {
            throw new BodyRefusedException(CrawlReason.Malformed, $"The body is not the {contentEncoding} that its headers promise: {error.Message}");
        }

        return buffer.ToArray(most);
    }
}
