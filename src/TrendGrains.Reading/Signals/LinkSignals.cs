using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Signals;

/// <summary>Where a page's links lead, by the words of their addresses.</summary>
internal static class LinkSignals
{
    private const int Most = 1000;

    public static void Fill(PageSignals signals, PageParts parts, PageUrls urls)
    {
        var host = Uri.TryCreate(urls.Page, UriKind.Absolute, out var page) ? page.Host : "";
        int links = 0, outer = 0, deep = 0, dated = 0, products = 0, profiles = 0, replies = 0, documents = 0, carts = 0;
        foreach (var anchor in parts.Anchors.Take(Most))
        {
            if (anchor.GetAttribute("href") is not { Length: > 1 } href || href[0] == '#' || href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            links++;
            var isOuter = href.StartsWith("http", StringComparison.OrdinalIgnoreCase) && host.Length > 0 && !href.Contains(host, StringComparison.OrdinalIgnoreCase);
            outer += isOuter ? 1 : 0;
            if (isOuter)
            {
                continue;
            }
            deep += href.AsSpan().Count('/') >= 3 ? 1 : 0;
            dated += href.Contains("/20", StringComparison.Ordinal) ? 1 : 0;
            products += Has(href, "/product", "/item/", "/dp/", "/p/", "/goods") ? 1 : 0;
            profiles += Has(href, "/user", "/member", "/profile", "/u/", "/author") ? 1 : 0;
            replies += Has(href, "reply", "/topic", "/thread", "showthread", "/t/", "#post", "#comment") ? 1 : 0;
            documents += Has(href, "/docs/", "/reference/", "/api/", "/guide", "/manual", "#method") ? 1 : 0;
            carts += Has(href, "/cart", "/basket", "/checkout", "add-to-cart", "/wishlist") ? 1 : 0;
        }
        signals[Signal.Links] = links;
        signals[Signal.OuterLinkShare] = links == 0 ? 0 : (double)outer / links;
        signals[Signal.DeepLinkShare] = links == 0 ? 0 : (double)deep / links;
        signals[Signal.DatedLinks] = dated;
        signals[Signal.ProductLinks] = products;
        signals[Signal.ProfileLinks] = profiles;
        signals[Signal.ReplyLinks] = replies;
        signals[Signal.DocumentationLinks] = documents;
        signals[Signal.CartLinks] = carts;
    }

    private static bool Has(string href, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (href.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
