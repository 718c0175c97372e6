using AngleSharp.Dom;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata;

/// <summary>The title without the site's name that most pages put after it.</summary>
internal static class TitleText
{
    private static readonly string[] separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " < ", " : "];

    public static string? FromDocument(IDocument document, PageParts parts, string? siteName)
    {
        var title = WithoutSite(MetadataReader.Blank(document.Title), siteName);
        var heading = parts.Headings.Count is > 0 and <= 3 ? MetadataReader.Blank(parts.Headings[0].TextContent) : null;
        if (title is null)
        {
            return heading;
        }
        // The heading is the cleaner spelling where the title begins with it: "Headline - Section - Site".
        return heading is { Length: > 8 } && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) ? heading : title;
    }

    /// <summary>Cuts a last part that is the site's name, or, when no name is known, one that is short against the rest.</summary>
    public static string? WithoutSite(string? title, string? siteName)
    {
        if (title is null)
        {
            return null;
        }
        foreach (var separator in separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }
            var head = title[..at].Trim();
            var tail = title[(at + separator.Length)..].Trim();
            if (siteName is not null && tail.Equals(siteName, StringComparison.OrdinalIgnoreCase))
            {
                return head.Length > 0 ? head : title;
            }
            if (siteName is null && separator is " | " or " :: " or " » " && tail.Length < head.Length && tail.Split(' ').Length <= 4)
            {
                return head;
            }
        }
        return title;
    }
}
