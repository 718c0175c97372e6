namespace TrendGrains.Crawling.Policies;

/// <summary>Which links are taken to be alike: those that stand at the same place of a page and whose addresses are of the same make.</summary>
internal static class LinkGroup
{
    private const int Elements = 4;

    public static string Of(FrontierLink link)
    {
        Span<char> pattern = stackalloc char[UrlPattern.Longest];
        var path = UrlPattern.PathOf(link.Url, out var query);
        return string.Concat(Tail(link.Clue.TagPath, Elements), " → ", pattern[..UrlPattern.Write(path, query, pattern)]);
    }

    /// <summary>The lowest elements of a tag path.</summary>
    public static ReadOnlySpan<char> Tail(ReadOnlySpan<char> tagPath, int elements)
    {
        var start = tagPath.Length;
        while (elements-- > 0 && start > 0)
        {
            start = tagPath[..(start - 1)].LastIndexOf(' ') + 1;
        }

        return tagPath[start..];
    }

    /// <summary>FNV-1a over both texts, letters folded: the same in every process, unlike string.GetHashCode.</summary>
    public static uint Hash(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        var hash = 2166136261u;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619;
        }

        hash = (hash ^ '=') * 16777619;
        foreach (var c in value)
        {
            hash = (hash ^ (char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
