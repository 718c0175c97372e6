using TrendGrains.Reading.Metadata;
using TrendGrains.Reading.Metadata.Titles;

namespace TrendGrains.Reading.Extract;

/// <summary>Above an article's headline stand menus and section names, the headline itself is its title, and below it links to others follow: none is its text.</summary>
internal static class ArticleEdges
{
    private const int MostAbove = 4;

    /// <summary>So many headlines of others in a row are a list of them; one may be the article's own last line.</summary>
    private const int FewestTeasers = 2;

    public static void Trim(List<Block> content, PageMetadata meta)
    {
        var (all, below) = (content.Sum(b => b.Chars), content.Where(b => b.Node > meta.HeadlineNode).Sum(b => b.Chars));
        // A headline near the foot is none: a widget's, or a list's last.
        if (meta.HeadlineNode > 0 && below * 2 > all)
        {
            content.RemoveAll(b => b.Node < meta.HeadlineNode);
        }
        if (meta.Title is { } title && SiteNames.Key(title) is { Length: > 0 } key
            && content.FindIndex(b => b.Chars <= title.Length + 8 && SiteNames.Key(b.Text) == key) is >= 0 and < MostAbove and var at && content.Count > 1)
        {
            content.RemoveAt(at);
        }
    }

    /// <summary>Takes the headlines of others from an article's end. On WCXB's pages a list of links may be the text's own, so it is for pages of portals and papers that set them there.</summary>
    public static void TrimTeasers(List<Block> content)
    {
        var teasers = content.Count - 1 - content.FindLastIndex(b => !IsTeaser(b));
        if (teasers >= FewestTeasers && teasers < content.Count)
        {
            content.RemoveRange(content.Count - teasers, teasers);
        }
    }

    /// <summary>Nothing but a link, and short.</summary>
    private static bool IsTeaser(Block block) => block is { Kind: BlockKind.ListItem or BlockKind.Paragraph or BlockKind.Heading, LinkShare: >= 0.98, Chars: < 120 };
}
