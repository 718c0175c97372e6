using System.Buffers.Binary;

namespace TrendGrains.Inference.Versions;

/// <summary>Which items a canary answers: by their content and the version, so that an item meets the same one everywhere and again.</summary>
internal static class CanaryShare
{
    /// <param name="content">A good hash; its last bits are used.</param>
    public static bool Takes(string version, Guid content, double percent)
    {
        Span<byte> bytes = stackalloc byte[16];
        content.TryWriteBytes(bytes, bigEndian: true, out _);
        var place = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        // Another version asks another part of the items.
        foreach (var letter in version)
        {
            place = (place ^ letter) * 0x9E3779B97F4A7C15;
            place ^= place >> 32;
        }
        return place % 10_000 < percent * 100;
    }
}
