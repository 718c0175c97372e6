namespace TrendGrains.Press.World.Grammar;

/// <summary>The word lists that travel inside the executable, as <c>World/**/*.txt</c>.</summary>
internal static class WordFiles
{
    private const string Root = "TrendGrains.Press.World.";

    /// <summary>Names of the files under a folder, sorted, so that their order never depends on the build.</summary>
    public static string[] Under(string prefix) =>
        [.. typeof(WordFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Root + prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The lines of all files under a folder, one after the other, without empty lines.</summary>
    public static IEnumerable<string> Lines(string prefix) => Under(prefix).SelectMany(Read);

    public static IEnumerable<string> Read(string name)
    {
        using var reader = new StreamReader(typeof(WordFiles).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } text)
            {
                yield return text;
            }
        }
    }
}
