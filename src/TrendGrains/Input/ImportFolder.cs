namespace TrendGrains.Input;

/// <summary>What an import reads of a folder, at any depth: item files and feed files, plain or gzipped.</summary>
internal static class ImportFolder
{
    private static readonly string[] itemSuffixes = [".jsonl", ".ndjson"];
    private static readonly string[] feedSuffixes = [".xml", ".rss", ".atom", ".rdf"];

    /// <summary>The files behind the paths in the order given, those of a folder in ordinal order of their names.</summary>
    public static string[] Expand(IEnumerable<string> paths) =>
        [.. paths.SelectMany(p => Directory.Exists(p) ? Files(p) : [p])];

    /// <summary>True for a name that promises JSON Lines.</summary>
    public static bool HoldsItems(string file) => Has(file, itemSuffixes);

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => Has(f, itemSuffixes) || Has(f, feedSuffixes))
        .Order(StringComparer.Ordinal);

    private static bool Has(string file, string[] suffixes) => suffixes.Any(s =>
        file.EndsWith(s, StringComparison.OrdinalIgnoreCase) || file.EndsWith(s + InputFile.Gzip, StringComparison.OrdinalIgnoreCase));
}
