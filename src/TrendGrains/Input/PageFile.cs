namespace TrendGrains.Input;

/// <summary>Pages kept as files, plain or gzipped.</summary>
internal static class PageFile
{
    /// <summary>Largest file read, in bytes after decompression. A page of more than reading's own bound then gets reading's own answer.</summary>
    public const long Largest = 50L * 1024 * 1024;

    private static readonly string[] suffixes = [".html", ".html.gz", ".pdf", ".pdf.gz"];

    /// <summary>The pages of a folder, in ordinal order of their names.</summary>
    public static string[] List(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(f => Array.Exists(suffixes, s => f.EndsWith(s, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>File name without folder and suffixes.</summary>
    public static string Id(string file) => file == InputFile.Standard ? file : Path.GetFileName(file).Split(".html")[0].Split(".pdf")[0];

    public static Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken) =>
        InputFile.ReadAsync(file, cancellationToken, Largest);
}
