using System.Net;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata.Titles;

/// <summary>A title without the site's name that most pages put after it, and some before it.</summary>
internal static class TitleText
{
    private const int MostParts = 3;

    /// <summary>Words of a tail that is cut from behind a bar where nothing tells the site's name.</summary>
    private const int ShortTail = 4;

    private static readonly string[] separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " › ", " · ", " • ", " < ", " ‹ ", " : ", " / ", "｜", "│", "_", " : ", ": ", " ∙ ", " ~ "];

    /// <summary>White space folded, references resolved even where they were written twice, a heading's own link sign cut.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }
        for (var i = 0; i < 2 && text.Contains('&') && text.Contains(';'); i++)
        {
            text = WebUtility.HtmlDecode(text);
        }
        return TextNormalizer.Fold(text).TrimEnd('¶', '#', '\uF0C1', ' ').TrimStart('|', '»', ' ') is { Length: > 0 } folded ? folded : null;
    }

    /// <summary>Cuts parts that are the site's name; where no name is known, a last part behind a bar that is short against the rest.</summary>
    public static string? WithoutSite(string? title, SiteNames site, bool isSiteKnown)
    {
        if (title is null)
        {
            return null;
        }
        for (var i = 0; i < MostParts; i++)
        {
            if (CutOnce(title, site, isSiteKnown && i == 0) is not { } shorter)
            {
                break;
            }
            title = shorter;
        }
        return title;
    }

    private static string? CutOnce(string title, SiteNames site, bool isSiteKnown)
    {
        foreach (var separator in separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0)
            {
                var head = title[..at].Trim();
                var tail = title[(at + separator.Length)..].Trim();
                if (head.Length > 0 && tail.Length > 0 && separator != ": " && site.Includes(tail))
                {
                    return head;
                }
                if (!isSiteKnown && separator is " | " or " :: " or " » " && tail.Length < head.Length && tail.Split(' ').Length <= ShortTail)
                {
                    return head;
                }
            }
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && title[..first].Trim() is { Length: > 1 } lead && title[(first + separator.Length)..].Trim() is { } rest && rest.Length > lead.Length && site.Includes(lead)
                && (separator != ": " || SiteNames.Key(lead).Length >= 5))
            {
                return rest;
            }
        }
        return null;
    }
}
