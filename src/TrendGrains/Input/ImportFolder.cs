namespace TrendGrains.Input;

/// <summary>What an import reads of a folder, at any depth: item files and feed files, plain or gzipped.</summary>
internal static class ImportFolder
{
    private static readonly string[] itemSuffixes = [".jsonl", ".ndjson"];
    private static readonly string[] feedSuffixes = [".xml", ".rss", ".atom", ".rdf"];
    private const string JsonSuffix = ".json";

    /// <summary>The files behind the paths in the order given, those of a folder in ordinal order of their names.</summary>
    public static string[] Expand(IEnumerable<string> paths) =>
        [.. paths.SelectMany(p => Directory.Exists(p) ? Files(p) : [p])];

    /// <summary>True for a name that promises JSON Lines.</summary>
    public static bool HoldsItems(string file) => Has(file, itemSuffixes);

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => Has(f, itemSuffixes) || Has(f, feedSuffixes) || IsJsonFeed(f))
        .Order(StringComparer.Ordinal);

    /// <summary>JSON is used for much else, so that such a file is looked into.</summary>
    private static bool IsJsonFeed(string file)
    {
        if (!file.EndsWith(JsonSuffix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        using var stream = File.OpenRead(file);
        Span<byte> head = stackalloc byte[1024];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)].IndexOf("jsonfeed.org/version"u8) >= 0;
    }

    private static bool Has(string file, string[] suffixes) => suffixes.Any(s =>
        file.EndsWith(s, StringComparison.OrdinalIgnoreCase) || file.EndsWith(s + InputFile.Gzip, StringComparison.OrdinalIgnoreCase));
}
