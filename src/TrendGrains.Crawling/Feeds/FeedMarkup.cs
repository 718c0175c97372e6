using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TrendGrains.Crawling.Feeds;

/// <summary>What an element says: as text, as markup, as a one-line title.</summary>
internal static partial class FeedMarkup
{
    /// <summary>All text within, without markup.</summary>
    public static string Text(FeedNode node)
    {
        if (node.Children is [{ Text: { } only }])
        {
            return only;
        }

        var text = new StringBuilder();
        AppendText(text, node);
        return text.ToString();
    }

    /// <summary>The content as HTML where elements stand in it; else its text as given, which may be escaped HTML.</summary>
    public static string Markup(FeedNode node)
    {
        if (node.Children.All(child => child.Text is not null))
        {
            return Text(node);
        }

        var html = new StringBuilder();
        foreach (var child in node.Children)
        {
            AppendMarkup(html, child);
        }

        return html.ToString();
    }

    /// <summary>One line of plain text from text that may be HTML, as RSS titles often are.</summary>
    public static string PlainLine(string html)
    {
        // Only what is HTML for certain is taken for markup: a title may well speak of "a < b" or of "<T>".
        var text = html.Contains('<') ? InlineTag().Replace(html, "") : html;
        return Line(text.Contains('&') ? WebUtility.HtmlDecode(text) : text);
    }

    /// <summary>White space folded to one space.</summary>
    public static string Line(string text) => Space().Replace(text, " ").Trim();

    /// <summary>Links and pictures in markup made absolute, so that they still lead somewhere once the markup has left its feed.</summary>
    public static string ResolveLinks(string html, Uri? baseUrl) =>
        baseUrl is null || !html.Contains('<')
            ? html
            : Tag().Replace(html, tag => LinkAttribute().Replace(tag.Value, link => Resolve(link, baseUrl)));

    private static string Resolve(Match link, Uri baseUrl)
    {
        var value = WebUtility.HtmlDecode(link.Groups["value"].Value.Trim());
        if (value.Length is 0 or > FeedLimits.UrlLength || value.StartsWith('#') || Uri.TryCreate(value, UriKind.Absolute, out var absolute) && !absolute.IsFile)
        {
            return link.Value;
        }

        return Uri.TryCreate(baseUrl, value, out var resolved)
            ? string.Concat(link.Groups["name"].Value, "=\"", WebUtility.HtmlEncode(resolved.AbsoluteUri), "\"")
            : link.Value;
    }

    private static void AppendText(StringBuilder text, FeedNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Text is not null)
            {
                text.Append(child.Text);
            }
            else
            {
                AppendText(text, child);
            }
        }
    }

    private static void AppendMarkup(StringBuilder html, FeedNode node)
    {
        if (node.Text is not null)
        {
            AppendEscaped(html, node.Text, quote: false);
            return;
        }

        html.Append('<').Append(node.Name);
        foreach (var (prefix, name, value) in node.Attributes)
        {
            if (prefix != "xmlns")
            {
                html.Append(' ').Append(prefix.Length > 0 ? prefix + ":" : "").Append(name).Append("=\"");
                AppendEscaped(html, value, quote: true);
                html.Append('"');
            }
        }

        if (node.Children.Count == 0 && VoidElements.Contains(node.Name))
        {
            html.Append(" />");
            return;
        }

        html.Append('>');
        foreach (var child in node.Children)
        {
            AppendMarkup(html, child);
        }

        html.Append("</").Append(node.Name).Append('>');
    }

    private static void AppendEscaped(StringBuilder html, string text, bool quote)
    {
        var start = html.Length;
        html.Append(text).Replace("&", "&amp;", start, html.Length - start).Replace("<", "&lt;", start, html.Length - start)
            .Replace(">", "&gt;", start, html.Length - start);
        if (quote)
        {
            html.Replace("\"", "&quot;", start, html.Length - start);
        }
    }

    [GeneratedRegex(@"</?(?:a|abbr|acronym|address|applet|b|big|blockquote|body|br|center|cite|code|del|div|em|embed|figure|font|frame|frameset|h[1-6]|hr|html|i|iframe|img|ins|kbd|li|link|mark|meta|nobr|object|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<=\s)(?<name>href|src|poster|cite)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.IgnoreCase)]
    private static partial Regex LinkAttribute();
}
