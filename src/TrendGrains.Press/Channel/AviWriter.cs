using System.Buffers.Binary;
using System.Text;

namespace TrendGrains.Press.Channel;

/// <summary>An AVI file (RIFF, one video stream, index) whose frames are PNG pictures: the codec that players know as MPNG.</summary>
internal static class AviWriter
{
    public const int Width = 320;
    public const int Height = 180;
    public const int FramesPerSecond = 6;

    private const int HasIndex = 0x10;
    private const int KeyFrame = 0x10;

    public static byte[] Write(IEnumerable<byte[]> pngFrames)
    {
        byte[][] frames = [.. pngFrames];
        var largest = frames.Max(f => f.Length);
        byte[] streams = List("strl", Chunk("strh", StreamHeader(frames.Length, largest)), Chunk("strf", Format()));
        var header = List("hdrl", Chunk("avih", MainHeader(frames.Length, largest)), streams);
        var movie = List("movi", [.. frames.Select(f => Chunk("00dc", f))]);
        return List("AVI ", "RIFF", header, movie, Chunk("idx1", Index(frames)));
    }

    private static byte[] MainHeader(int frames, int largest) => Numbers(
        1_000_000 / FramesPerSecond, largest * FramesPerSecond, 0, HasIndex, frames, 0, 1, largest, Width, Height, 0, 0, 0, 0);

    private static byte[] StreamHeader(int frames, int largest) =>
        [.. "vidsMPNG"u8, .. Numbers(0, 0, 0, 1, FramesPerSecond, 0, frames, largest, -1, 0, 0, Width | (Height << 16))];

    /// <summary>BITMAPINFOHEADER: 24 bits a pixel in one plane.</summary>
    private static byte[] Format() => [.. Numbers(40, Width, Height, 1 | (24 << 16)), .. "MPNG"u8, .. Numbers(Width * Height * 3, 0, 0, 0, 0)];

    /// <summary>Offsets count from the list's type.</summary>
    private static byte[] Index(byte[][] frames)
    {
        using var index = new MemoryStream();
        var offset = 4;
        foreach (var frame in frames)
        {
            index.Write("00dc"u8);
            index.Write(Numbers(KeyFrame, offset, frame.Length));
            offset += 8 + frame.Length + (frame.Length & 1);
        }

        return index.ToArray();
    }

    private static byte[] List(string type, params byte[][] chunks) => List(type, "LIST", chunks);

    private static byte[] List(string type, string kind, params byte[][] chunks) => Chunk(kind, [.. Encoding.ASCII.GetBytes(type), .. chunks.SelectMany(c => c)]);

    private static byte[] Chunk(string name, byte[] body)
    {
        var chunk = new byte[8 + body.Length + (body.Length & 1)];
        Encoding.ASCII.GetBytes(name, chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), body.Length);
        body.CopyTo(chunk, 8);
        return chunk;
    }

    private static byte[] Numbers(params ReadOnlySpan<int> numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 4), numbers[i]);
        }

        return bytes;
    }
}
