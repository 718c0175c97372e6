using System.Security.Cryptography;
using System.Text;

namespace TrendGrains.Abstractions.Items;

/// <summary>The identity of an Item: a 128-bit hash of its normalised fetched URL.</summary>
public static class ItemKey
{
    /// <summary>First 128 bits of SHA-256 over the UTF-8 bytes, as a big-endian <see cref="Guid"/> (Postgres <c>uuid</c>).</summary>
    public static Guid FromUrl(string normalizedUrl)
    {
        ArgumentException.ThrowIfNullOrEmpty(normalizedUrl);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(normalizedUrl), hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
