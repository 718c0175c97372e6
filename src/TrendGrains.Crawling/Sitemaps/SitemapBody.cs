using System.IO.Compression;

namespace TrendGrains.Crawling.Sitemaps;

/// <summary>A sitemap's bytes, unpacked where they are gzip (whatever the file is called), in bounds.</summary>
internal sealed class SitemapBody : Stream
{
    private const int RatioCounts = 1024 * 1024;

    private readonly Stream inner;
    private readonly long packed;
    private long unpacked;

    private SitemapBody(Stream inner, long packed) => (this.inner, this.packed) = (inner, packed);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => unpacked; set => throw new NotSupportedException(); }

    public static SitemapBody Open(byte[] body)
    {
        var memory = new MemoryStream(body, writable: false);
        return body is [0x1F, 0x8B, ..] ? new SitemapBody(new GZipStream(memory, CompressionMode.Decompress), body.Length) : new SitemapBody(memory, body.Length);
    }

    /// <exception cref="SitemapTooLargeException">More comes out than a sitemap may hold.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        unpacked += read;
        return unpacked > SitemapLimits.Bytes ? throw new SitemapTooLargeException($"It is longer than {SitemapLimits.Bytes:N0} bytes; reading stopped there.")
            : unpacked > RatioCounts && unpacked > packed * SitemapLimits.Ratio ? throw new SitemapTooLargeException($"It unpacks to more than {SitemapLimits.Ratio} times its size.")
            : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

internal sealed class SitemapTooLargeException(string message) : IOException(message);
