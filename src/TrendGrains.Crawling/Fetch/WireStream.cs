using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>The bytes as they come off the wire: counted, bounded, and given up on when none come for a while.</summary>
internal sealed class WireStream(Stream inner, FetchOptions limits, bool cutAtLimit, TimeProvider clock) : Stream
{
    public long Count { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Count >= limits.MaxCompressedBytes + 1L)
        {
            return cutAtLimit ? 0 : throw new BodyRefusedException(
                CrawlReason.TooLarge, $"The body is longer than {limits.MaxCompressedBytes:N0} bytes on the wire; reading stopped there.");
        }

        var room = (int)Math.Min(buffer.Length, limits.MaxCompressedBytes + 1L - Count);
        using var idle = new CancellationTokenSource(limits.IdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        try
        {
            var read = await inner.ReadAsync(buffer[..room], either.Token);
            Count += read;
            return read;
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BodyRefusedException(
                CrawlReason.Timeout, $"The body stopped after {Count:N0} bytes: nothing came for {limits.IdleTimeout.TotalSeconds:0.###} s.");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
