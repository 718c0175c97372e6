using System.Text;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Atom's text and content constructs: plain, escaped HTML, inline XHTML, and Atom 0.3's modes.</summary>
internal static class AtomText
{
    /// <summary>RFC 4287, 3.1.1: without a type it is text; markup in it would be shown, not obeyed.</summary>
    public static bool IsPlain(FeedNode node) => Type(node) is "" or "text" or "text/plain" && !IsMarkup(node) && Mode(node) != "base64";

    /// <summary>The markup stands in the document as elements.</summary>
    public static bool IsMarkup(FeedNode node) =>
        Type(node) == "xhtml" || Mode(node) == "xml" || node.Children.Any(child => child.Text is null);

    public static string Read(FeedNode node)
    {
        if (Mode(node) == "base64" || IsBase64(Type(node)))
        {
            return Base64(FeedMarkup.Text(node)) ?? "";
        }

        // RFC 4287, 3.1.1.3: the one div around inline XHTML is not part of the content.
        var elements = node.Children.Where(child => child.Text is null).ToArray();
        var wrapped = Type(node) == "xhtml" && elements is [var only] && only.Name.Equals("div", StringComparison.OrdinalIgnoreCase)
            && node.Children.All(child => child == only || string.IsNullOrWhiteSpace(child.Text));
        return FeedMarkup.Markup(wrapped ? elements[0] : node);
    }

    private static string Type(FeedNode node) => node.Attribute("type")?.Trim().ToLowerInvariant() ?? "";

    private static string Mode(FeedNode node) => node.Attribute("mode")?.Trim().ToLowerInvariant() ?? "";

    /// <summary>RFC 4287, 4.1.3.3: any media type that is neither text nor XML.</summary>
    private static bool IsBase64(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    private static string? Base64(string text)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(text));
        }
        catch (Exception none) when (none is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
