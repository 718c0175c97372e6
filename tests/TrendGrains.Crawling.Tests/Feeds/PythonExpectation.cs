using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Tests.Feeds;

/// <summary>
/// What feedparser's tests expect of a file, written as Python: <c>not bozo and entries[0]['link'] == 'http://…'</c>. Only comparisons of what
/// <see cref="ParsedFeed"/> keeps with a literal are evaluated.
/// </summary>
internal sealed partial class PythonExpectation
{
    private readonly List<(string Path, string Literal)> comparisons = [];

    private PythonExpectation()
    {
    }

    /// <summary>Null where part of it is about something that is not kept.</summary>
    public static PythonExpectation? Parse(string text)
    {
        var expectation = new PythonExpectation();
        foreach (var part in Conjunction().Split(text.Trim()))
        {
            var term = part.Trim().TrimStart('(').TrimEnd(')');
            if (term == "not bozo")
            {
                continue; // well-formedness is judged for all files at once
            }

            var match = Comparison().Match(part.Trim());
            if (!match.Success || !IsKept(Normal(match.Groups["path"].Value)))
            {
                return null;
            }

            expectation.comparisons.Add((Normal(match.Groups["path"].Value), match.Groups["literal"].Value));
        }

        return expectation.comparisons.Count > 0 ? expectation : null;
    }

    /// <summary>What differs, or null where all is as expected.</summary>
    public string? Difference(ParsedFeed feed)
    {
        foreach (var (path, literal) in comparisons)
        {
            var actual = Actual(feed, path);
            if (literal.StartsWith('(') ? !IsDate(actual as DateTimeOffset?, literal) : !IsText(actual, Unquote(literal)))
            {
                return $"{path}: expected {literal}, got '{actual}'";
            }
        }

        return null;
    }

    private static bool IsText(object? actual, string expected) => actual switch
    {
        DateTimeOffset date => date == FeedDates.Parse(expected),
        string text => text == expected || text == FeedMarkup.PlainLine(expected),

        // A title that is nothing but a picture is no title here.
        _ => actual is null && expected.Length > 0 && FeedMarkup.PlainLine(expected).Length == 0,
    };

    private static bool IsDate(DateTimeOffset? actual, string tuple)
    {
        var parts = tuple.Trim('(', ')').Split(',').Select(p => int.Parse(p.Trim(), CultureInfo.InvariantCulture)).ToArray();
        return actual == new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], TimeSpan.Zero);
    }

    private static bool IsKept(string path) => path is "version" || Actual(new ParsedFeed { Entries = [new(), new()] }, path) is not Missing;

    private static object? Actual(ParsedFeed feed, string path)
    {
        if (path.StartsWith("entries.", StringComparison.Ordinal))
        {
            var index = path[8] - '0';
            return index < feed.Entries.Length ? Of(feed.Entries[index], path[10..]) : null;
        }

        return path switch
        {
            "version" => feed.Format switch { FeedFormat.Rss20 => "rss20", FeedFormat.Rss10 => "rss10", FeedFormat.Atom10 => "atom10", FeedFormat.Atom03 => "atom03", _ => "" },
            "feed.title" or "feed.title_detail.value" => feed.Title,
            "feed.link" or "feed.links.0.href" => feed.Link,
            "feed.description" or "feed.subtitle" or "feed.tagline" => feed.Description,
            "feed.language" => feed.Language,
            "feed.updated" or "feed.updated_parsed" => feed.Updated,
            _ => new Missing(),
        };
    }

    private static object? Of(FeedEntry entry, string field) => field switch
    {
        "title" or "title_detail.value" => entry.Title,
        "link" or "links.0.href" => entry.Url,
        "id" => entry.Id,
        "author" or "author_detail.name" => entry.Author,
        "summary" => entry.Summary,
        "description" => entry.Summary ?? entry.Content,
        "content.0.value" => entry.Content,
        "content.0.language" => entry.Language,
        "published_parsed" => entry.Published,
        "updated_parsed" => entry.Updated,
        "tags.0.term" or "tags.0.label" => entry.Tags.FirstOrDefault(),
        _ => new Missing(),
    };

    private static string Normal(string path) => Index().Replace(path.Trim(), ".$1");

    private static string Unquote(string literal)
    {
        var quotes = literal.StartsWith("\"\"\"", StringComparison.Ordinal) ? 3 : 1;
        var text = new StringBuilder(literal[quotes..^quotes]);
        foreach (Match escape in Escape().Matches(text.ToString()))
        {
            text.Replace(escape.Value, ((char)Convert.ToInt32(escape.Groups[1].Value, 16)).ToString());
        }

        return text.ToString();
    }

    private sealed record Missing;

    [GeneratedRegex(@"\s+and\s+(?=\(?(?:not bozo|entries|feed|version)\b)")]
    private static partial Regex Conjunction();

    [GeneratedRegex("""^\(?(?<path>[\w.\[\]']+) == (?<literal>\"\"\"[\s\S]*?\"\"\"|'[^']*'|"[^"]*"|\([\d, ]+\))\)?$""")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\['?([a-z_0-9]+)'?\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}
