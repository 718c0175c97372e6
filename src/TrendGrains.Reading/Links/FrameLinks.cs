using AngleSharp.Dom;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Links;

/// <summary>Blogs and cafes of Korean portals, and sites of the nineties, put the page itself into a frame: where the page has next to no text of its own, the frame is its first link.</summary>
internal static class FrameLinks
{
    private const int NextToNothing = 100;

    private static readonly string[] names = ["mainFrame", "cafe_main", "screenFrame", "main", "content", "contents"];

    public static PageLink[] Before(List<IElement> frames, int textLength, PageUrls urls, PageLink[] links)
    {
        if (textLength > NextToNothing)
        {
            return links;
        }
        var framed = frames.Where(f => f.LocalName is "frame" || (f.LocalName is "iframe" && (Named(f, "id") || Named(f, "name"))))
            .Select(f => urls.Absolute(f.GetAttribute("src"))).OfType<string>().Where(u => links.All(l => l.Url != u)).Distinct()
            .Select(u => new PageLink(u, "", false) { TagPath = "frame" });
        return [.. framed, .. links];
    }

    private static bool Named(IElement frame, string attribute) => frame.GetAttribute(attribute) is { } name && names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
