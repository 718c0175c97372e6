using System.Buffers;
using System.IO.Compression;

namespace TrendGrains.Storage.Pages;

/// <summary>Raw bodies as they lie in the table: Brotli at a fast level behind the length in four bytes, little endian.</summary>
internal static class PageBody
{
    private const int Quality = 3;
    private const int Window = 22;

    public static byte[] Compress(byte[] body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length) + sizeof(int));
        try
        {
            BitConverter.TryWriteBytes(buffer, body.Length);
            return BrotliEncoder.TryCompress(body, buffer.AsSpan(sizeof(int)), out var written, Quality, Window)
                ? buffer.AsSpan(0, sizeof(int) + written).ToArray()
                : throw new InvalidOperationException($"A body of {body.Length} bytes did not compress.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static byte[] Decompress(byte[] stored)
    {
        var body = new byte[BitConverter.ToInt32(stored)];
        return BrotliDecoder.TryDecompress(stored.AsSpan(sizeof(int)), body, out var written) && written == body.Length
            ? body
            : throw new InvalidDataException("A stored page body is damaged.");
    }
}
