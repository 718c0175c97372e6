using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata.Titles;

/// <summary>The names that a page's site goes by: those that its markup gives, and the labels of its host.</summary>
internal sealed class SiteNames
{
    /// <summary>Shorter than this, a name is only believed whole: "AP" is in many words.</summary>
    private const int LeastPart = 4;

    private static readonly string[] hollow =
    [
        "the", "blog", "blogs", "news", "forum", "forums", "community", "magazine", "official", "site", "website", "online", "inc", "llc", "ltd", "gmbh", "com", "org", "net", "co", "home", "homepage", "뉴스", "신문", "블로그", "커뮤니티",
    ];

    private readonly List<string> names = [];
    private readonly List<string> hosts = [];

    public SiteNames(PageUrls urls, string? canonical, params ReadOnlySpan<string?> given)
    {
        foreach (var name in given)
        {
            if (name is not null && Key(name) is { Length: > 0 } key)
            {
                names.Add(key);
                if (Key(WithoutHollow(name)) is { Length: >= LeastPart } core)
                {
                    names.Add(core);
                }
                if (Initials(name) is { Length: >= 2 } initials)
                {
                    names.Add(initials);
                }
            }
        }
        if (Uri.TryCreate(urls.Page ?? canonical, UriKind.Absolute, out var uri))
        {
            hosts.AddRange(uri.Host.ToLowerInvariant().Split('.').SkipLast(1).Where(l => l.Length >= 3 && l is not "www").Select(Key));
            hosts.Add(Key(uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host));
        }
    }

    /// <summary>Whether a part of a title is the site's name, or that with "blog", "news" or a slogan to it.</summary>
    public bool Includes(string part)
    {
        var key = Key(part);
        if (key.Length == 0)
        {
            return false;
        }
        var core = Key(WithoutHollow(part));
        foreach (var name in names)
        {
            if (key == name || core == name || (name.Length >= LeastPart && key.StartsWith(name, StringComparison.Ordinal)) || (key.Length >= LeastPart && name.StartsWith(key, StringComparison.Ordinal))
                || (core.Length >= LeastPart && name.Contains(core, StringComparison.Ordinal)))
            {
                return true;
            }
        }
        return hosts.Exists(h => key == h || core == h || (core.Length >= LeastPart && h.Contains(core, StringComparison.Ordinal)) || (h.Length >= LeastPart + 1 && key.StartsWith(h, StringComparison.Ordinal)));
    }

    /// <summary>Whether a text is one of the names and nothing more.</summary>
    public bool Is(string text) => Key(text) is var key && (names.Contains(key) || hosts.Contains(key));

    /// <summary>Letters and digits, lower case.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string WithoutHollow(string name) =>
        string.Join(' ', name.Split([' ', '.', ',', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Where(w => !hollow.Contains(w.ToLowerInvariant())));

    private static string Initials(string name)
    {
        var words = name.Split([' ', '-', '&'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).ToArray();
        return words.Length >= 2 ? string.Concat(words.Select(w => char.ToLowerInvariant(w[0]))) : "";
    }
}
