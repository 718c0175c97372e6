using System.Runtime.InteropServices;

namespace TrendGrains.Crawling.Fetch;

/// <summary>Undoes zstd (RFC 8878) as it is read: frame after frame, in buffers of fixed size.</summary>
internal sealed class ZstdStream(Stream inner) : Stream
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] input = GC.AllocateArray<byte>(BufferSize, pinned: true);
    private readonly byte[] output = GC.AllocateArray<byte>(BufferSize, pinned: true);
    private readonly ZstdContext context = ZstdLibrary.Create();
    private (int Next, int End) waiting;
    private (int Next, int End) ready;
    private bool inFrame;
    private bool mayHoldMore;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (ready.Next == ready.End)
        {
            if (waiting.Next == waiting.End && !mayHoldMore)
            {
                waiting = (0, await inner.ReadAsync(input, cancellationToken));
                if (waiting.End == 0)
                {
                    return inFrame ? throw new InvalidDataException("the last frame is cut off") : 0;
                }
            }

            Decompress();
        }

        var count = Math.Min(buffer.Length, ready.End - ready.Next);
        output.AsSpan(ready.Next, count).CopyTo(buffer.Span);
        ready.Next += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            context.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Decompress()
    {
        var from = new ZstdBuffer { Memory = Marshal.UnsafeAddrOfPinnedArrayElement(input, 0), Size = (nuint)waiting.End, Position = (nuint)waiting.Next };
        var to = new ZstdBuffer { Memory = Marshal.UnsafeAddrOfPinnedArrayElement(output, 0), Size = BufferSize };
        inFrame = ZstdLibrary.Decompress(context, ref to, ref from) != 0;
        waiting.Next = (int)from.Position;
        ready = (0, (int)to.Position);

        // A full output buffer may be followed by more out of the same input.
        mayHoldMore = inFrame && to.Position == to.Size;
    }
}
