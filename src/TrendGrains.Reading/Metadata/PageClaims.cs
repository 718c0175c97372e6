using System.Text.RegularExpressions;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata;

/// <summary>What a page's markup and address claim it to be, as far as reading its byline and dates depends on it. The page's kind is decided later, on more.</summary>
internal sealed partial record PageClaims(bool IsArticle, bool IsForum, bool IsShop)
{
    public static PageClaims Of(PageMetadata meta, PageUrls urls, IEnumerable<string> itemTypes)
    {
        var types = meta.Types.Concat(itemTypes).ToHashSet();
        var isForum = types.Contains("discussionforumposting") || types.Contains("qapage") || ForumAddress().IsMatch(urls.Page ?? meta.CanonicalUrl ?? "")
            || (meta.Generator is { } generator && ForumSoftware().IsMatch(generator));
        var isArticle = meta.OpenGraphType is "article" or "blog" || types.Any(t => t.EndsWith("article", StringComparison.Ordinal) || t is "blogposting" or "report" or "recipe");
        var isShop = meta.OpenGraphType is "product" or "og:product" or "product.group" or "product.item" || types.Contains("product") || types.Contains("offercatalog") || types.Contains("itemlist");
        return new PageClaims(isArticle && !isForum, isForum, isShop && !isArticle && !isForum);
    }

    [GeneratedRegex(@"//(forums?|community|discuss|discourse|boards?)\.|/(forums?|threads?|t|questions|discussions?|comments)/|viewtopic|showthread|/thread-", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ForumAddress();

    [GeneratedRegex("discourse|phpbb|vbulletin|xenforo|mybb|smf|invision|vanilla|flarum|nodebb", RegexOptions.CultureInvariant)]
    private static partial Regex ForumSoftware();
}
