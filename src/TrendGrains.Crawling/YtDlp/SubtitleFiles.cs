namespace TrendGrains.Crawling.YtDlp;

/// <summary>What a run wrote into its folder.</summary>
internal static class SubtitleFiles
{
    private const int MostFiles = 16;
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>By language tag: a file is called <c>id.tag.vtt</c>. Links, and files that are too large, are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var subtitles = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.vtt").OrderBy(f => f.Name, StringComparer.Ordinal).Take(MostFiles))
        {
            if (file.LinkTarget is null && file.Length <= MostBytes)
            {
                var tag = Path.GetExtension(Path.GetFileNameWithoutExtension(file.Name)).TrimStart('.');
                subtitles[tag] = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            }
        }

        return subtitles;
    }
}
