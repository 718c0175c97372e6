namespace TrendGrains.Reading.Signals;

/// <summary>Links that pay whoever placed them.</summary>
internal static class AffiliateLink
{
    private static readonly string[] networks =
    [
        "amzn.to", "link.coupang.com", "coupa.ng", "linkprice.com", "shareasale.com", "awin1.com", "rstyle.me", "go.redirectingat.com", "go.skimresources.com", "anrdoezrs.net", "dpbolvw.net",
        "tkqlhce.com", "jdoqocy.com", "kqzyfj.com", "pntrs.com", "pntra.com", "prf.hn", "avantlink.com", "howl.me", "shop-links.co", "fave.co", "click.linksynergy.com", "adpick.co.kr", "tenping.kr",
        "s.click.aliexpress.com", "clickbank.net", "impact.com", "sjv.io", "pxf.io", "shopmy.us", "ltk.app", "liketk.it", "bit.ly/coupang", "naver.me/brandconnect", "toss.im/_m", "ebay.us", "rover.ebay.com",
    ];

    private static readonly string[] marks = ["tag=", "affid=", "aff_id=", "affiliate", "aff=", "partner_id=", "utm_medium=affiliate", "lptag=", "subid=", "campid=", "irclickid="];

    /// <param name="host">The page's own host: shops mark links among their own pages the same way.</param>
    public static bool Is(string url, string host)
    {
        if (host.Length > 0 && url.AsSpan(0, Math.Min(url.Length, host.Length + 12)).Contains(host, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        foreach (var network in networks)
        {
            if (url.Contains(network, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        var query = url.IndexOf('?');
        if (query < 0)
        {
            return false;
        }
        foreach (var mark in marks)
        {
            var at = url.IndexOf(mark, query, StringComparison.OrdinalIgnoreCase);
            if (at > query && url[at - 1] is '?' or '&' or '=' or '_')
            {
                return true;
            }
        }
        return false;
    }
}
