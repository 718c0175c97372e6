using System.Globalization;
using System.Text;

namespace TrendGrains.Crawling.Robots;

/// <summary>Reads a robots.txt line by line, as leniently as RFC 9309, 2.2 and the web ask.</summary>
internal static class RobotsParser
{
    private const int MostBytes = 500 * 1024;
    private const int LongestLine = 16 * 1024;
    private const int MostSitemaps = 1000;

    public static RobotsRules Parse(ReadOnlySpan<byte> text)
    {
        var groups = new Dictionary<string, RobotsGroup>(StringComparer.OrdinalIgnoreCase);
        var sitemaps = new List<string>();
        var named = new List<RobotsGroup>();
        var naming = false;
        var number = 0;
        foreach (var line in Latin1(text).EnumerateLines())
        {
            number++;
            if (Split(line) is not var (key, value))
            {
                continue;
            }

            switch (Kind(key))
            {
                case LineKind.UserAgent:
                    if (!naming)
                    {
                        named.Clear();
                    }

                    naming = true;
                    named.Add(Group(groups, value));
                    break;
                case LineKind.Allow or LineKind.Disallow:
                    naming = false;
                    AddRule(named, Kind(key) == LineKind.Allow, value, $"{key}: {Utf8(value)}", number);
                    break;
                case LineKind.CrawlDelay:
                    naming = false;
                    SetDelay(named, value);
                    break;
                case LineKind.OtherInGroup:
                    naming = false;
                    break;
                case LineKind.Sitemap when sitemaps.Count < MostSitemaps:
                    sitemaps.Add(Utf8(value));
                    break;
                default:
                    break;
            }
        }

        return new RobotsRules(groups, [.. sitemaps]);
    }

    private static void AddRule(List<RobotsGroup> named, bool allow, string value, string text, int line)
    {
        // An empty value says nothing; a rule before any User-agent line is said to nobody.
        if (value.Length == 0 || named.Count == 0)
        {
            return;
        }

        var rule = new RobotsRule(allow, RobotsPath.Normalize(value, isPattern: true), text, line);
        foreach (var group in named.Distinct())
        {
            group.Rules.Add(rule);
        }
    }

    private static void SetDelay(List<RobotsGroup> named, string value)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86400)
        {
            named.ForEach(group => group.CrawlDelay ??= TimeSpan.FromSeconds(seconds));
        }
    }

    private static RobotsGroup Group(Dictionary<string, RobotsGroup> groups, string value)
    {
        // "*" stands for all, also with something after it; else the product token ends at the first character it cannot hold.
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
        {
            length++;
        }

        var token = value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1])) ? "*" : value[..length];
        if (!groups.TryGetValue(token, out var group))
        {
            groups[token] = group = new RobotsGroup();
        }

        return group;
    }

    private static (string Key, string Value)? Split(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
        {
            line = line[..LongestLine];
        }

        var comment = line.IndexOf('#');
        line = (comment < 0 ? line : line[..comment]).Trim(" \t\0");
        var separator = line.IndexOf(':');
        if (separator < 0)
        {
            // "Disallow /private": a forgotten colon, taken as meant where there are just two words.
            separator = line.IndexOfAny(' ', '\t');
            if (separator < 0 || line[separator..].Trim(" \t").ContainsAny(' ', '\t'))
            {
                return null;
            }
        }

        return separator <= 0 ? null : (line[..separator].Trim(" \t").ToString(), line[(separator + 1)..].Trim(" \t").ToString());
    }

    private static LineKind Kind(string key) => key.ToLowerInvariant() switch
    {
        "user-agent" or "useragent" or "user agent" => LineKind.UserAgent,
        "allow" => LineKind.Allow,
        // Misspellings that the crawlers of the large search engines take as meant.
        "disallow" or "dissallow" or "dissalow" or "disalow" or "diasllow" or "disallaw" => LineKind.Disallow,
        "crawl-delay" => LineKind.CrawlDelay,
        // Said to the agents above, so the next User-agent line opens a new group; a Sitemap line or an unknown word does not.
        "noindex" or "nofollow" or "request-rate" or "visit-time" or "clean-param" => LineKind.OtherInGroup,
        "sitemap" or "site-map" => LineKind.Sitemap,
        _ => LineKind.Unknown,
    };

    private static ReadOnlySpan<char> Latin1(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        var chars = Encoding.Latin1.GetString(text[..Math.Min(text.Length, MostBytes)]);

        // EnumerateLines also ends a line at U+0085, which is here an octet of a UTF-8 character: hidden from it as its encoding.
        return chars.Contains('\u0085') ? chars.Replace("\u0085", "%85") : chars;
    }

    private static string Utf8(string latin1) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1));

    private enum LineKind
    {
        Unknown,
        UserAgent,
        Allow,
        Disallow,
        CrawlDelay,
        OtherInGroup,
        Sitemap,
    }
}
