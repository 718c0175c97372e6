namespace TrendGrains.Web.Markup;

/// <summary>Addresses that came from pages: only web addresses become links and pictures.</summary>
internal static class WebAddress
{
    public static bool IsWeb(string? url) => Parse(url) is not null;

    /// <summary>A link that tells the other side nothing of this page; bare text where the address is none of the web.</summary>
    public static Html Link(string? url, Html text) => Parse(url) is { } address
        ? Html.Of($"""<a href="{address.AbsoluteUri}" rel="noreferrer nofollow">{text}</a>""")
        : Html.Of($"<span>{text}</span>");

    /// <summary>True where one host is the other or lies below it, <c>www.</c> aside.</summary>
    public static bool IsOfHost(string picture, string page)
    {
        if (Parse(picture) is not { } a || Parse(page) is not { } b)
        {
            return false;
        }

        var (host, root) = (a.IdnHost, b.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? b.IdnHost[4..] : b.IdnHost);
        return host == root || host.EndsWith($".{root}", StringComparison.Ordinal);
    }

    private static Uri? Parse(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null;
}
