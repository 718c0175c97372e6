using System.Collections.Frozen;
using System.Net;

namespace TrendGrains.Crawling.Frontier;

/// <summary>
/// The part of a host name that one owner holds: <c>example.co.kr</c> of <c>m.news.example.co.kr</c>. Not the public suffix list, which has ten thousand
/// rules and changes weekly, but the second levels that registries of many countries sell under, and hosts that lend names to strangers. A suffix that
/// is missing here makes two owners look like one: what is decided by it is therefore only ever which of two addresses names a page.
/// </summary>
public static class RegistrableDomain
{
    private static readonly FrozenSet<string> secondLevels = Words(
        "ac co com edu gen go gob gouv gov gv info ltd me mil name ne net nom nic nhs or org plc police pro re sch school web k12 asn id");

    /// <summary>Second levels of a single country.</summary>
    private static readonly FrozenSet<string> suffixes = Words(
        """
        pe.kr es.kr hs.kr kg.kr ms.kr sc.kr seoul.kr busan.kr incheon.kr daegu.kr daejeon.kr gwangju.kr ulsan.kr jeju.kr gangwon.kr gyeonggi.kr
        ed.jp gr.jp lg.jp ad.jp tokyo.jp osaka.jp kyoto.jp hokkaido.jp aichi.jp adv.br art.br blog.br eco.br jor.br tv.br idv.tw game.tw club.tw
        firm.in ind.in res.in geek.nz iwi.nz maori.nz asso.fr tm.fr ab.ca bc.ca mb.ca on.ca qc.ca law.za alt.za web.za msk.ru spb.ru
        blogspot.com wordpress.com tistory.com github.io gitlab.io pages.dev workers.dev netlify.app vercel.app web.app firebaseapp.com herokuapp.com
        appspot.com azurewebsites.net cloudfront.net amazonaws.com fly.dev substack.com medium.com livejournal.com typepad.com tumblr.com weebly.com
        wixsite.com neocities.org hatenablog.com cafe24.com egloos.com creatorlink.net
        """);

    /// <summary>The host itself where it is an address, or a name without a dot.</summary>
    public static string Of(string host)
    {
        host = host.TrimEnd('.').ToLowerInvariant();
        if (IPAddress.TryParse(host, out _))
        {
            return host;
        }

        var labels = host.Split('.');
        return string.Join('.', labels.TakeLast(SuffixLength(labels) + 1));
    }

    private static int SuffixLength(string[] labels)
    {
        if (labels.Length < 3)
        {
            return 1;
        }

        var (second, top) = (labels[^2], labels[^1]);
        return suffixes.Contains($"{second}.{top}") || (top.Length == 2 && secondLevels.Contains(second)) ? 2 : 1;
    }

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
