using System.Buffers.Binary;
using System.IO.Compression;

namespace TrendGrains.Press.Pictures;

/// <summary>PNG (ISO 15948): 8-bit RGB, the Paeth or the Up filter by row, whichever leaves less.</summary>
internal static class PngEncoder
{
    private const int Channels = 3;
    private static readonly uint[] table = CrcTable();

    public static byte[] Encode(Bitmap bitmap)
    {
        using var target = new MemoryStream();
        target.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, bitmap.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], bitmap.Height);
        header[8] = 8;
        header[9] = 2;
        Chunk(target, "IHDR"u8, header);
        Chunk(target, "IDAT"u8, Deflated(bitmap));
        Chunk(target, "IEND"u8, []);
        return target.ToArray();
    }

    private static byte[] Deflated(Bitmap bitmap)
    {
        var stride = bitmap.Width * Channels;
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Fastest))
        {
            ReadOnlySpan<byte> above = new byte[stride];
            var up = new byte[stride + 1];
            var paeth = new byte[stride + 1];
            (up[0], paeth[0]) = (2, 4);
            for (var y = 0; y < bitmap.Height; y++)
            {
                ReadOnlySpan<byte> row = bitmap.Pixels.AsSpan(y * stride, stride);
                var (upCost, paethCost) = (0, 0);
                for (var i = 0; i < stride; i++)
                {
                    var (left, corner) = i < Channels ? (0, 0) : (row[i - Channels], above[i - Channels]);
                    up[i + 1] = (byte)(row[i] - above[i]);
                    paeth[i + 1] = (byte)(row[i] - Paeth(left, above[i], corner));
                    upCost += Math.Abs((int)(sbyte)up[i + 1]);
                    paethCost += Math.Abs((int)(sbyte)paeth[i + 1]);
                }

                zlib.Write(upCost <= paethCost ? up : paeth);
                above = row;
            }
        }

        return target.ToArray();
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private static void Chunk(Stream target, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        target.Write(number);
        target.Write(type);
        target.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), body));
        target.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc = table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] CrcTable()
    {
        var entries = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            entries[n] = c;
        }

        return entries;
    }
}
