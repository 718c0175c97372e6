using System.Buffers.Binary;

namespace TrendGrains.Grains.Items;

/// <summary>When an item asks again for what it is missing. Pure.</summary>
internal static class ItemRetry
{
    /// <summary>From this retry on, minutes after the first, what no model decided is believed and the item arrives as what it looks like.</summary>
    public const int Believing = 6;

    private static readonly TimeSpan first = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(10);

    /// <summary>5 s, 10 s, 20 s, … at most 10 min, and up to as much again by the item's id: a batch that was put off does not come back as one.</summary>
    /// <param name="retries">How many there were.</param>
    public static TimeSpan After(int retries, Guid item)
    {
        var pause = first * Math.Pow(2, Math.Clamp(retries, 0, 16));
        Span<byte> bytes = stackalloc byte[16];
        item.TryWriteBytes(bytes);
        var share = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) / (double)uint.MaxValue;
        return (pause < longest ? pause : longest) * (1 + share);
    }
}
