using System.IO.Compression;
using System.Text;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>Bodies that are small on the wire and large in memory.</summary>
internal static class AbuseBodies
{
    public const int BombSize = 64 * 1024 * 1024;

    public static byte[] Pack(byte[] bytes, params string[] layers)
    {
        foreach (var layer in layers)
        {
            using var packed = new MemoryStream();
            using (Stream packer = layer switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
                "deflate" => new ZLibStream(packed, CompressionLevel.SmallestSize),
                _ => new BrotliStream(packed, CompressionLevel.Fastest),
            })
            {
                packer.Write(bytes);
            }

            bytes = packed.ToArray();
        }

        return bytes;
    }

    /// <summary>RFC 8878: blocks that repeat one byte, four bytes for 128 KiB.</summary>
    public static byte[] ZstdBomb()
    {
        const int Block = 128 * 1024;
        var bytes = new List<byte> { 0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38 };
        for (var left = BombSize; left > 0; left -= Block)
        {
            var header = (Block << 3) | (1 << 1) | (left <= Block ? 1 : 0);
            bytes.AddRange([(byte)header, (byte)(header >> 8), (byte)(header >> 16), (byte)'x']);
        }

        return [.. bytes];
    }

    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    public static string Laughs(string inner) =>
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">"
        + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{Repeat($"&lol{(i == 1 ? "" : (i - 1).ToString())};", 10)}\">"))
        + $"]>{inner.Replace("LAUGH", "&lol9;", StringComparison.Ordinal)}";
}
