namespace TrendGrains.Input;

/// <summary>A forward-only stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekStream(Stream inner) : Stream
{
    private const int Window = 4096;

    private byte[] head = [];
    private int taken;

    /// <summary>Up to 4,096 first bytes, decoded as UTF-8, without leading white space and byte order mark; null for an empty stream.</summary>
    public async Task<string?> PeekAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[Window];
        var filled = await inner.ReadAtLeastAsync(buffer, Window, throwOnEndOfStream: false, cancellationToken);
        head = buffer[..filled];
        var text = System.Text.Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.Length == 0 ? null : text;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) =>
        TakeHead(buffer.AsSpan(offset, count)) is > 0 and var copied ? copied : inner.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TakeHead(buffer.Span) is > 0 and var copied ? ValueTask.FromResult(copied) : inner.ReadAsync(buffer, cancellationToken);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakeHead(Span<byte> target)
    {
        var count = Math.Min(target.Length, head.Length - taken);
        head.AsSpan(taken, count).CopyTo(target);
        taken += count;
        return count;
    }
}
