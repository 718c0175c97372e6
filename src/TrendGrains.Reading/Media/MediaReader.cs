using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Media;

/// <summary>
/// Pictures, sound and video that stand in the content: lazy loading's stand-in pictures are looked through, of several sizes the largest is
/// taken, players that a page embeds are named by the address of the film itself; logos, buttons and counters are left out.
/// </summary>
internal static class MediaReader
{
    private const int MostMedia = 60;
    private const int SmallestPicture = 64;

    /// <summary>The sources of a picture or film stand near its start.</summary>
    private const int MostSources = 200;

    /// <summary>Where scripts that load pictures late keep the address.</summary>
    private static readonly string[] late = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-hi-res-src", "data-image", "data-full-url", "data-echo"];

    private static readonly string[] lateSets = ["srcset", "data-srcset", "data-lazy-srcset"];

    /// <param name="nodes">The page.</param>
    /// <param name="isKept">Whether a node lies in the content.</param>
    /// <param name="lead">The picture that the metadata names, if any.</param>
    /// <param name="urls">Resolves addresses.</param>
    /// <param name="frames">Frames and embedded objects, which the tree of nodes lacks.</param>
    public static PageMedia[] Read(ReadOnlySpan<PageNode> nodes, Func<int, bool> isKept, string? lead, PageUrls urls, List<IElement>? frames = null)
    {
        var media = new List<PageMedia>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var captions = new PictureCaption();
        if (lead is not null && seen.Add(lead))
        {
            media.Add(new PageMedia(lead, "image", null));
        }
        for (var i = 1; i < nodes.Length && media.Count < MostMedia; i++)
        {
            var kind = nodes[i].Tag switch { Tag.Img => "image", Tag.Video => "video", Tag.Audio => "audio", _ => null };
            if (kind is null || !isKept(i) || IsSmall(nodes[i].Element!) || Sized(nodes, i, urls) is not { } found)
            {
                continue;
            }
            if (kind == "image" && LeadPicture.IsFurniture(found.Url))
            {
                continue;
            }
            // Before its caption is looked for: a page may repeat one picture without end.
            if (found.Url != lead && !seen.Add(found.Url))
            {
                continue;
            }
            var caption = captions.Of(nodes, i);
            if (found.Url == lead)
            {
                media[0] = media[0] with { Caption = media[0].Caption ?? caption, Width = found.Width, Height = Size(nodes[i].Element!, "height") };
            }
            else
            {
                media.Add(new PageMedia(found.Url, kind, caption) { Width = found.Width, Height = Size(nodes[i].Element!, "height") });
            }
        }
        AddFrames(media, seen, nodes, isKept, urls, frames ?? []);
        return [.. media];
    }

    private static void AddFrames(List<PageMedia> media, HashSet<string> seen, ReadOnlySpan<PageNode> nodes, Func<int, bool> isKept, PageUrls urls, List<IElement> frames)
    {
        if (frames.Count == 0)
        {
            return;
        }
        var kept = new HashSet<IElement>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Element is { } element && isKept(i))
            {
                kept.Add(element);
            }
        }
        foreach (var frame in frames)
        {
            var address = Array.Find(["data-src", "data-lazy-src", "src", "data"], n => frame.GetAttribute(n) is { Length: > 0 } value && !value.StartsWith("about:", StringComparison.Ordinal));
            if (address is null || media.Count >= MostMedia || !IsIn(frame, kept) || urls.Absolute(frame.GetAttribute(address)) is not { } url || EmbeddedMedia.Of(url) is not { } embedded || !seen.Add(embedded.Url))
            {
                continue;
            }
            var title = frame.GetAttribute("title") is { Length: > 0 and < 300 } named && !named.Contains("video player", StringComparison.OrdinalIgnoreCase) ? Text.TextNormalizer.Fold(named) : null;
            media.Add(new PageMedia(embedded.Url, embedded.Kind, title) { Width = Size(frame, "width"), Height = Size(frame, "height") });
        }
    }

    private static bool IsIn(IElement element, HashSet<IElement> kept)
    {
        for (var (up, level) = (element.ParentElement, 0); up is not null && level < 6; up = up.ParentElement, level++)
        {
            if (kept.Contains(up))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The absolute address of a picture, sound or video element; null when it has none.</summary>
    internal static string? Address(ReadOnlySpan<PageNode> nodes, int at, PageUrls urls) => Sized(nodes, at, urls)?.Url;

    private static (string Url, int? Width)? Sized(ReadOnlySpan<PageNode> nodes, int at, PageUrls urls)
    {
        var element = nodes[at].Element!;
        var width = Size(element, "width");
        foreach (var name in late)
        {
            if (urls.Absolute(element.GetAttribute(name)) is { } url)
            {
                return (url, width);
            }
        }
        var (own, sets) = (urls.Absolute(element.GetAttribute("src")), nodes[at].Tag == Tag.Img ? Largest(nodes, at, urls) : null);
        if (sets is { } largest && (own is null || LeadPicture.IsFurniture(own) || largest.Width > (width ?? 0)))
        {
            return (largest.Url, largest.Width > 0 ? largest.Width : width);
        }
        if (own is not null)
        {
            return (own, width);
        }
        for (var child = at + 1; child < Math.Min(nodes[at].End, at + MostSources); child++)
        {
            if (nodes[child].Tag == Tag.Source && urls.Absolute(nodes[child].Element!.GetAttribute("src") ?? nodes[child].Element!.GetAttribute("data-src")) is { } url)
            {
                return (url, width);
            }
        }
        return null;
    }

    /// <summary>From the picture's own set, else from the sources of the picture element around it.</summary>
    private static (string Url, int Width)? Largest(ReadOnlySpan<PageNode> nodes, int at, PageUrls urls)
    {
        (string Url, int Width)? best = null;
        void Offer(IElement of)
        {
            foreach (var name in lateSets)
            {
                if (SourceSet.Largest(of.GetAttribute(name)) is { } set && urls.Absolute(set.Url) is { } url && (best is null || set.Width > best.Value.Width))
                {
                    best = (url, set.Width);
                }
            }
        }

        Offer(nodes[at].Element!);
        var parent = nodes[at].Parent;
        if (best is null && parent > 0 && nodes[parent].Tag == Tag.Picture)
        {
            for (var i = parent + 1; i < Math.Min(nodes[parent].End, parent + MostSources); i++)
            {
                if (nodes[i].Tag == Tag.Source)
                {
                    Offer(nodes[i].Element!);
                }
            }
        }
        return best;
    }

    private static bool IsSmall(IElement element) => Size(element, "width") < SmallestPicture || Size(element, "height") < SmallestPicture;

    private static int? Size(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name)?.Replace("px", "", StringComparison.Ordinal), out var size) && size >= 0 ? size : null;
}
