using System.Security.Cryptography;

namespace TrendGrains.Storage.Items;

/// <summary>First 128 bits of SHA-256 over a raw body.</summary>
public static class ContentHash
{
    public static Guid Of(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
