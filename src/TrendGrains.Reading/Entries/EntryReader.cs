using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Language;
using TrendGrains.Reading.Links;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Entries;

/// <summary>Reads a feed entry that stands for a page that was not fetched: its HTML is flattened, its own fields are believed.</summary>
internal static class EntryReader
{
    /// <summary>UTF-16 units of text from which trigrams know better than a publisher who left a template's language in its feed.</summary>
    private const int EnoughToContradict = 200;

    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web);

    public static ReadPage Read(RawPage page)
    {
        FeedEntry? entry;
        try
        {
            entry = JsonSerializer.Deserialize<FeedEntry>(page.Body.Span, options);
        }
        catch (JsonException fault)
        {
            return new ReadPage { Problem = ReadProblem.Entry(page, fault.Message) };
        }
        return entry is null ? new ReadPage { Problem = ReadProblem.Entry(page, "it is null.") } : Read(page, entry);
    }

    private static ReadPage Read(RawPage page, FeedEntry entry)
    {
        var urls = new PageUrls(entry.Url ?? page.Url, null);
        var title = Title(entry.Title);
        // Many feeds repeat the summary as the content; the longer of the two says more.
        var content = Fragment.Read(entry.Content, urls);
        var summary = Fragment.Read(entry.Summary, urls);
        var body = content.Text.Length >= summary.Text.Length ? content : summary;
        var language = LanguageOf($"{title}\n{body.Text}", entry.Language);
        var media = (entry.Media ?? []).Where(m => m.Url is not null).Select(m => (Url: urls.Absolute(m.Url), Kind: KindOf(m))).Where(m => m.Url is not null)
            .Select(m => new PageMedia(m.Url!, m.Kind, null)).Concat(body.Media).DistinctBy(m => m.Url);
        return new ReadPage
        {
            Title = title,
            Byline = entry.Author is { } author && TextNormalizer.Fold(author) is { Length: > 0 } byline ? byline : null,
            Published = entry.Published,
            Modified = entry.Updated,
            Language = language,
            CanonicalUrl = urls.Absolute(entry.Url),
            SiteName = entry.Origin?.Name is { } publisher && TextNormalizer.Fold(publisher) is { Length: > 0 } site ? site : null,
            PageKind = PageKinds.Article,
            ArticleScore = body.Text.Length > 0 || title is not null ? 0.5 : 0,
            IsArticle = body.Text.Length > 0,
            Text = body.Text,
            Blocks = body.Blocks,
            Links = body.Links,
            Media = [.. media],
            Tags = [.. (entry.Tags ?? []).Where(t => t is not null).Select(t => TextNormalizer.Fold(t)).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            Origins = Origins(entry, title),
        };
    }

    /// <summary>A long text says what it is in; of a headline the publisher's word is worth more, unless the letters contradict it.</summary>
    private static string LanguageOf(string text, string? claim)
    {
        var stated = claim?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } tag && LanguageDetector.IsPlausible(text, tag) ? tag : null;
        if (stated is not null && text.Length < EnoughToContradict)
        {
            return stated;
        }

        var detected = LanguageDetector.Detect(text);
        return detected == LanguageDetector.Unknown && stated is not null ? stated : detected;
    }

    private static string? Title(string? title) => title is null ? null : TextNormalizer.Fold(Fragment.Inline(title)) is { Length: > 0 } text ? text : null;

    private static string KindOf(FeedMedia media) => media.Type?.Split('/')[0].ToLowerInvariant() switch { "video" => "video", "audio" => "audio", _ => "image" };

    private static Dictionary<string, string> Origins(FeedEntry entry, string? title)
    {
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, isThere) in new[]
        {
            ("title", title is not null), ("byline", entry.Author is not null), ("published", entry.Published is not null),
            ("modified", entry.Updated is not null), ("canonicalUrl", entry.Url is not null), ("tags", entry.Tags is { Length: > 0 }),
        })
        {
            if (isThere)
            {
                origins[field] = "entry";
            }
        }
        return origins;
    }
}
