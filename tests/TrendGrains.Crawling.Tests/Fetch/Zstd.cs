using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>Frames of RFC 8878 by hand: plain blocks and blocks that repeat one byte.</summary>
internal static class Zstd
{
    private const int LargestBlock = 128 * 1024;

    /// <summary>Magic number, no checksum, no size, a window of 128 KiB.</summary>
    private static readonly byte[] head = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38];

    public static byte[] Frame(byte[] text) => [.. head, .. Block(type: 0, text.Length, isLast: true), .. text];

    public static byte[] Bomb(int size)
    {
        var bytes = new List<byte>(head);
        for (var left = size; left > 0; left -= LargestBlock)
        {
            bytes.AddRange(Block(type: 1, Math.Min(left, LargestBlock), isLast: left <= LargestBlock));
            bytes.Add((byte)'x');
        }

        return [.. bytes];
    }

    private static byte[] Block(int type, int size, bool isLast)
    {
        var header = (size << 3) | (type << 1) | (isLast ? 1 : 0);
        return [(byte)header, (byte)(header >> 8), (byte)(header >> 16)];
    }
}

/// <summary>Skips where the system has no libzstd.</summary>
internal sealed class ZstdFactAttribute : FactAttribute
{
    public ZstdFactAttribute() => Skip = ZstdLibrary.IsPresent ? null : "This system has no libzstd.";
}

/// <inheritdoc cref="ZstdFactAttribute"/>
internal sealed class ZstdTheoryAttribute : TheoryAttribute
{
    public ZstdTheoryAttribute() => Skip = ZstdLibrary.IsPresent ? null : "This system has no libzstd.";
}
