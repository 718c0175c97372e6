using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Signals;

/// <summary>How often elements of a kind, or with a telling name, stand on a page.</summary>
internal static class ElementSignals
{
    private static readonly (Hint Hint, Signal Signal)[] hints =
    [
        (Hint.Cart, Signal.CartHints), (Hint.Comments, Signal.CommentHints), (Hint.Post, Signal.PostHints), (Hint.Product, Signal.ProductHints),
        (Hint.Item, Signal.ItemHints), (Hint.Reviews, Signal.ReviewHints), (Hint.Related, Signal.RelatedHints), (Hint.Sidebar, Signal.SidebarHints),
        (Hint.Paging, Signal.PagingHints), (Hint.Breadcrumb, Signal.BreadcrumbHints), (Hint.Byline, Signal.BylineHints), (Hint.TableOfContents, Signal.ContentsHints),
        (Hint.Signup, Signal.SignupHints), (Hint.ArticleBody, Signal.ArticleBodyHints), (Hint.Advert, Signal.AdvertHints),
    ];

    public static void Fill(PageSignals signals, ReadOnlySpan<PageNode> nodes, PageParts parts)
    {
        Span<int> counts = stackalloc int[32];
        int articles = 0, times = 0, pictures = 0;
        for (var i = 1; i < nodes.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            articles += node.Tag == Tag.Article ? 1 : 0;
            times += node.Tag == Tag.Time ? 1 : 0;
            pictures += node.Tag == Tag.Img && (node.Around & BlockSignals.Frame) == 0 ? 1 : 0;
            // The outermost element of a name counts, not every part of it.
            var own = (int)(node.Hints & ~nodes[node.Parent].Hints);
            while (own != 0)
            {
                counts[System.Numerics.BitOperations.TrailingZeroCount(own)]++;
                own &= own - 1;
            }
        }
        foreach (var (hint, signal) in hints)
        {
            signals[signal] = counts[System.Numerics.BitOperations.TrailingZeroCount((int)hint)];
        }
        signals[Signal.Articles] = articles;
        signals[Signal.Times] = times;
        signals[Signal.Pictures] = pictures;
        signals[Signal.Elements] = parts.Elements;
        signals[Signal.Forms] = parts.Census.Forms;
        signals[Signal.Inputs] = parts.Census.Inputs;
        signals[Signal.Selects] = parts.Census.Selects;
        signals[Signal.Buttons] = parts.Census.Buttons;
        signals[Signal.Frames] = parts.Census.Frames;
        signals[Signal.Videos] = parts.Census.Videos;
        signals[Signal.Images] = parts.Census.Images;
        signals[Signal.Codes] = parts.Census.Codes;
    }
}
