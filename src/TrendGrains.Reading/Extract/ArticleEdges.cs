using TrendGrains.Reading.Metadata;
using TrendGrains.Reading.Metadata.Titles;

namespace TrendGrains.Reading.Extract;

/// <summary>Above an article's headline stand menus and section names, and the headline itself is its title: neither is its text.</summary>
internal static class ArticleEdges
{
    private const int MostAbove = 4;

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
}
