using System.Buffers;

namespace TrendGrains.Crawling.Fetch;

/// <summary>A body as it grows, in pooled blocks: a large one costs its own size, not its doublings.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int BlockSize = 64 * 1024;

    private readonly List<byte[]> blocks = [];
    private int used = BlockSize;

    public long Length { get; private set; }

    /// <summary>Room for the next read; at least one byte.</summary>
    public Memory<byte> Room()
    {
        if (used == BlockSize)
        {
            blocks.Add(ArrayPool<byte>.Shared.Rent(BlockSize));
            used = 0;
        }

        return blocks[^1].AsMemory(used, BlockSize - used);
    }

    public void Add(int count)
    {
        used += count;
        Length += count;
    }

    public byte[] ToArray(long most)
    {
        var all = new byte[Math.Min(Length, most)];
        for (var i = 0; i * (long)BlockSize < all.Length; i++)
        {
            blocks[i].AsSpan(0, Math.Min(BlockSize, all.Length - (i * BlockSize))).CopyTo(all.AsSpan(i * BlockSize));
        }

        return all;
    }

    public void Dispose()
    {
        foreach (var block in blocks)
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        blocks.Clear();
        used = BlockSize;
    }
}
