namespace TrendGrains.Crawling.Sites.Search;

/// <summary>What is searched for. It is stored as the address of a search in a browser, which can be opened to look, and is never fetched.</summary>
/// <param name="Since"><c>d</c>, <c>w</c>, <c>m</c> or <c>y</c>: only what is younger than a day, week, month or year; null for all.</param>
public sealed record SearchWords(string Words, string? Language, string? Region, char? Since)
{
    private const string Ages = "dwmy";

    public string Url => $"https://www.google.com/search?q={Uri.EscapeDataString(Words)}{Query.Part("hl", Language)}{Query.Part("gl", Region)}{(Since is { } age ? $"&tbs=qdr:{age}" : "")}";

    /// <summary>Reads an address of a search of any engine that calls its words <c>q</c>.</summary>
    public static SearchWords? Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var query = new Query(parsed);
        var age = query["tbs"] is ['q', 'd', 'r', ':', var c] && Ages.Contains(c) ? c : (char?)null;
        return query["q"] is { } words ? new SearchWords(words, query["hl"], query["gl"], age) : null;
    }

    /// <summary>After the first reading, only what is younger than about the time between two.</summary>
    public SearchWords ForTheNext(TimeSpan interval)
    {
        var age = interval.TotalDays <= 1 ? 'd' : interval.TotalDays <= 7 ? 'w' : 'm';
        return Since is { } own && Ages.IndexOf(own) <= Ages.IndexOf(age) ? this : this with { Since = age };
    }
}
