using System.IO.Compression;

namespace TrendGrains.Input;

/// <summary>Files named on the command line; '-' is standard input, and what ends in .gz is unzipped on the way.</summary>
internal static class InputFile
{
    public const string Standard = "-";

    public const string Gzip = ".gz";

    /// <summary>Largest file read whole, in bytes.</summary>
    public const long LargestWhole = 64L * 1024 * 1024;

    public static Stream Open(string path)
    {
        if (path == Standard)
        {
            return Console.OpenStandardInput();
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        return path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The whole of a file.</summary>
    /// <exception cref="InvalidDataException">It is larger than the bound.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken, long largest = LargestWhole)
    {
        await using var stream = Open(path);
        return await ReadAsync(stream, path, largest, cancellationToken);
    }

    public static async Task<byte[]> ReadAsync(Stream stream, string name, long largest, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > largest)
            {
                throw new InvalidDataException($"{name}: larger than {largest / (1024 * 1024)} MB.");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
