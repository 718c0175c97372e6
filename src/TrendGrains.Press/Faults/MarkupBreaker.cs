using System.Text;
using TrendGrains.Press.Sites;

namespace TrendGrains.Press.Faults;

/// <summary>
/// Makes of good HTML what careless systems send: paragraphs and list items never closed, wrong nesting, unquoted attributes, stray end tags,
/// bare ampersands, no end of the document, bytes that are no characters. A browser still shows the same text.
/// </summary>
internal static class MarkupBreaker
{
    /// <summary>Stands for a stray byte until the page is bytes; a private-use character that no text has.</summary>
    private const char StrayMark = '\uE0FF';

    public static byte[] Break(string html, OutletEncoding encoding)
    {
        var broken = new StringBuilder(html)
            .Replace("</p>\n", "\n")
            .Replace("</li>\n", "\n")
            .Replace("<h1", "<b><h1").Replace("</h1>", "</b></h1>")
            .Replace("<h3 class=\"view_tit\">", "<h3 class=view_tit><i>")
            .Replace("<ul class=\"", "</span><ul class=\"")
            .Replace("<div class=\"comment\"><b>", "<div class=comment><b>")
            .Replace("&amp;", "&")
            .Replace("</body>\n</html>", "")
            .Replace("<br><br>\n", "<br></br>\n")
            .Replace("</div>\n<div class=\"copyright\">", $"{StrayMark}</div></div>\n<div class=\"copyright\">")
            .Replace("<hr>", $"{StrayMark}<hr>")
            .Replace("<footer", $"{StrayMark}<footer");
        return Stray(encoding.Bytes(broken.ToString()), encoding.Bytes($"{StrayMark}"));
    }

    /// <summary>Puts a lone 0xFF, which neither UTF-8 nor EUC-KR knows, where the marks stand.</summary>
    private static byte[] Stray(byte[] page, byte[] mark)
    {
        using var target = new MemoryStream(page.Length);
        var rest = page.AsSpan();
        while (rest.IndexOf(mark) is >= 0 and var at)
        {
            target.Write(rest[..at]);
            target.WriteByte(0xFF);
            rest = rest[(at + mark.Length)..];
        }

        target.Write(rest);
        return target.ToArray();
    }
}
