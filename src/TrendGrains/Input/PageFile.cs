namespace TrendGrains.Input;

/// <summary>Pages kept as files, plain or gzipped.</summary>
internal static class PageFile
{
    /// <summary>Largest page read, in bytes after decompression.</summary>
    public const long Largest = 10L * 1024 * 1024;

    /// <summary>The pages of a folder, in ordinal order of their names.</summary>
    public static string[] List(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(f => f.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".html.gz", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>File name without folder and suffixes.</summary>
    public static string Id(string file) => file == InputFile.Standard ? file : Path.GetFileName(file).Split(".html")[0];

    public static Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken) =>
        InputFile.ReadAsync(file, cancellationToken, Largest);
}
