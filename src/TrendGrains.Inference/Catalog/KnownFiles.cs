using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TrendGrains.Inference.Catalog;

/// <summary>The SHA-256 of files, each read again only when its size or the time of its last change is another. Safe for several threads.</summary>
internal sealed class KnownFiles
{
    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, string Sha256)> known = new(StringComparer.Ordinal);

    /// <summary>Lower-case hexadecimal.</summary>
    public string HashOf(string path)
    {
        // Looked at first: what is written while the file is read is found the next time.
        var file = new FileInfo(path);
        var (length, written) = (file.Length, file.LastWriteTimeUtc);
        if (known.TryGetValue(path, out var before) && (before.Length, before.Written) == (length, written))
        {
            return before.Sha256;
        }
        var found = Hash(path);
        known[path] = (length, written, found);
        return found;
    }

    public static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
