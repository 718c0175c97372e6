using System.Buffers.Binary;
using System.Numerics;

namespace Orleans.Storage;

/// <summary>
/// xxHash, 32 bits, seed 0 (Y. Collet, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md):
/// the hash by which Orleans' tables find grains. Orleans reads the canonical big-endian digest as a little-endian number.
/// </summary>
internal static class StableHash
{
    private const uint Prime1 = 0x9E3779B1, Prime2 = 0x85EBCA77, Prime3 = 0xC2B2AE3D, Prime4 = 0x27D4EB2F, Prime5 = 0x165667B1;

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var rest = data;
        uint hash;
        if (data.Length >= 16)
        {
            var (a, b, c, d) = (unchecked(Prime1 + Prime2), Prime2, 0u, unchecked(0u - Prime1));
            for (; rest.Length >= 16; rest = rest[16..])
            {
                a = Round(a, Word(rest));
                b = Round(b, Word(rest[4..]));
                c = Round(c, Word(rest[8..]));
                d = Round(d, Word(rest[12..]));
            }

            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        }
        else
        {
            hash = Prime5;
        }

        hash += (uint)data.Length;
        for (; rest.Length >= 4; rest = rest[4..])
        {
            hash = BitOperations.RotateLeft(hash + (Word(rest) * Prime3), 17) * Prime4;
        }

        foreach (var last in rest)
        {
            hash = BitOperations.RotateLeft(hash + (last * Prime5), 11) * Prime1;
        }

        hash = (hash ^ (hash >> 15)) * Prime2;
        hash = (hash ^ (hash >> 13)) * Prime3;
        return BinaryPrimitives.ReverseEndianness(hash ^ (hash >> 16));
    }

    private static uint Word(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt32LittleEndian(data);

    private static uint Round(uint lane, uint word) => BitOperations.RotateLeft(lane + (word * Prime2), 13) * Prime1;
}
