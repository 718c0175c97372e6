using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TrendGrains.Inference.Caching;

/// <summary>What an item is known by: the first 128 bits of SHA-256 over its UTF-16 units or its numbers.</summary>
internal static class ItemHash
{
    public static Guid Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    public static Guid Of(float[] row) => Of(MemoryMarshal.AsBytes(row.AsSpan()));

    private static Guid Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
