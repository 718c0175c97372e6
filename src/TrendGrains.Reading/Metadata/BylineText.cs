using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata;

/// <summary>Writers' names out of "By Jane Roe and John Doe" and "홍길동 기자".</summary>
internal static class BylineText
{
    private const int LongestByline = 120;

    public static string? Clean(string? text)
    {
        if (MetadataReader.Blank(text) is not { } byline || byline.StartsWith("http", StringComparison.OrdinalIgnoreCase) || byline.StartsWith('@'))
        {
            return null;
        }
        foreach (var lead in new[] { "by ", "By ", "BY ", "Written by ", "Posted by ", "Author: ", "by: ", "By: ", "기자 : ", "글 " })
        {
            byline = byline.StartsWith(lead, StringComparison.Ordinal) ? byline[lead.Length..].Trim() : byline;
        }
        byline = byline.Trim(' ', '|', '·', ',', '-', '/');
        return byline.Length is > 1 and <= LongestByline && byline.Any(char.IsLetter) ? byline : null;
    }

    /// <summary>The first link that says rel=author, or a short element whose class says byline or author.</summary>
    public static string? InDocument(PageParts parts)
    {
        var link = parts.Anchors.Find(a => MetadataReader.HasRel(a, "author"));
        return Clean(link is null ? null : TextNormalizer.Fold(link.TextContent));
    }
}
