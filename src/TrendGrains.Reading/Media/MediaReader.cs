using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Media;

/// <summary>Pictures, sound and video that stand in the content; lazy loading's stand-in pictures are looked through.</summary>
internal static class MediaReader
{
    private const int MostMedia = 60;
    private const int SmallestPicture = 64;
    private static readonly string[] sources = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-hi-res-src", "src"];

    /// <param name="nodes">The page.</param>
    /// <param name="isKept">Whether a node lies in the content.</param>
    /// <param name="lead">The picture that the metadata names, if any.</param>
    /// <param name="urls">Resolves addresses.</param>
    public static PageMedia[] Read(ReadOnlySpan<PageNode> nodes, Func<int, bool> isKept, string? lead, PageUrls urls)
    {
        var media = new List<PageMedia>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (lead is not null && seen.Add(lead))
        {
            media.Add(new PageMedia(lead, "image", null));
        }
        for (var i = 1; i < nodes.Length && media.Count < MostMedia; i++)
        {
            var kind = nodes[i].Tag switch { Tag.Img => "image", Tag.Video => "video", Tag.Audio => "audio", _ => null };
            if (kind is null || !isKept(i) || IsSmall(nodes[i].Element!))
            {
                continue;
            }
            var url = Address(nodes, i, urls);
            if (url is not null && seen.Add(url))
            {
                media.Add(new PageMedia(url, kind, Caption(nodes, i)));
            }
        }
        return [.. media];
    }

    /// <summary>Absolute address of a picture, sound or video; null where it names none.</summary>
    internal static string? Address(ReadOnlySpan<PageNode> nodes, int at, PageUrls urls)
    {
        foreach (var name in sources)
        {
            if (urls.Absolute(nodes[at].Element!.GetAttribute(name)) is { } url)
            {
                return url;
            }
        }
        var set = nodes[at].Element!.GetAttribute("srcset") ?? nodes[at].Element!.GetAttribute("data-srcset");
        if (set is not null)
        {
            return urls.Absolute(set.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault());
        }
        for (var child = at + 1; child < nodes[at].End; child++)
        {
            if (nodes[child].Tag == Tag.Source && urls.Absolute(nodes[child].Element!.GetAttribute("src")) is { } url)
            {
                return url;
            }
        }
        return null;
    }

    private static bool IsSmall(AngleSharp.Dom.IElement element) =>
        (int.TryParse(element.GetAttribute("width"), out var width) && width < SmallestPicture)
        || (int.TryParse(element.GetAttribute("height"), out var height) && height < SmallestPicture);

    private static string? Caption(ReadOnlySpan<PageNode> nodes, int at)
    {
        for (int up = nodes[at].Parent, level = 0; up > 0 && level < 5; up = nodes[up].Parent, level++)
        {
            if (nodes[up].Tag != Tag.Figure)
            {
                continue;
            }
            for (var i = up + 1; i < nodes[up].End; i++)
            {
                if (nodes[i].Tag == Tag.Figcaption && TextNormalizer.Fold(nodes[i].Element!.TextContent) is { Length: > 0 } caption)
                {
                    return caption;
                }
            }
        }
        return nodes[at].Element!.GetAttribute("alt") is { } alt && TextNormalizer.Fold(alt) is { Length: > 0 } folded ? folded : null;
    }
}
