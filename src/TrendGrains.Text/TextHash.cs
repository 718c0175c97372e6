using System.Security.Cryptography;
using System.Text;

namespace TrendGrains.Text;

/// <summary>A hash of text that is the same on every machine and in every version: the first bits of SHA-256 over UTF-8.</summary>
public static class TextHash
{
    /// <summary>128 bits, as a big-endian <see cref="Guid"/> (Postgres <c>uuid</c>).</summary>
    public static Guid Hash128(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
