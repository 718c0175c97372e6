namespace TrendGrains.Input;

/// <summary>Pages kept as files, plain or gzipped.</summary>
internal static class PageFile
{
    /// <summary>Largest file read, in bytes after decompression. A page of more than reading's own bound then gets reading's own answer.</summary>
    public const long Largest = 50L * 1024 * 1024;

    private static readonly string[] suffixes = [".html", ".htm", ".xhtml", ".pdf"];

    /// <summary>The pages of a folder, in ordinal order of their names.</summary>
    public static string[] List(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(f => Array.Exists(suffixes, s => WithoutGzip(f).EndsWith(s, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>File name without folder and suffixes; an address stays whole.</summary>
    public static string Id(string file)
    {
        if (file == InputFile.Standard || file.Contains("://", StringComparison.Ordinal))
        {
            return file;
        }

        var name = WithoutGzip(Path.GetFileName(file));
        var suffix = Array.Find(suffixes, s => name.EndsWith(s, StringComparison.OrdinalIgnoreCase));
        return suffix is null ? name : name[..^suffix.Length];
    }

    public static Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken) =>
        InputFile.ReadAsync(file, cancellationToken, Largest);

    private static string WithoutGzip(string name) => name.EndsWith(InputFile.Gzip, StringComparison.OrdinalIgnoreCase) ? name[..^InputFile.Gzip.Length] : name;
}
