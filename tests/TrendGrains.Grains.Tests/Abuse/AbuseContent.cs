using System.Text;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>Pages, feeds, sitemaps and robots.txt that are broken or built to break their reader.</summary>
internal static class AbuseContent
{
    private const string Read = "250 open elements, 400,000 elements, 1,500,000 tokens a page";

    public static IEnumerable<AbuseRow> Rows() => [.. Markup(), .. Letters(), .. Traps(), .. Feeds(), .. Sitemaps(), .. Robots()];

    private static IEnumerable<AbuseRow> Markup()
    {
        yield return Page("a million nested divs", "`<div>` 1,000,000 times", Read, () => AbuseBodies.Repeat("<div>", 1_000_000) + "text");
        yield return Page("unclosed formatting", "`<b><i><p>` 100,000 times, none closed", Read, () => AbuseBodies.Repeat("<b><i><p>", 100_000));
        yield return Page("100,000 attributes", "one tag with 100,000 attributes", "10 MiB a page", () => "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='x' ")) + ">text");
        yield return Page("100,000 links", "100,000 links to another site, one page", "5,000 links a page", () => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<a href='https://n.example/{i}'>x</a>")));
        yield return Page("huge table", "a table of 300 × 300 cells inside another", Read, () => "<table><tr><td><table>" + AbuseBodies.Repeat("<tr>" + AbuseBodies.Repeat("<td>1", 300), 300) + "</table>");
        yield return Page("a million entities", "`&amp;` 1,000,000 times", "10 MiB a page", () => "<p>" + AbuseBodies.Repeat("&amp;", 1_000_000));
        yield return Page("comment without end", "a comment of 5 MB that never closes", "10 MiB a page", () => "<p>text<!--" + new string('x', 5_000_000));
        yield return Page("script without end", "a script of 5 MB that never closes", "10 MiB a page; no script runs", () => "<p>text<script>while(1){}" + new string('x', 5_000_000));
        yield return Page("refresh to itself", "a meta refresh of no seconds to the same page", "refreshes are not followed", () => "<meta http-equiv=refresh content='0;url=/hostile'><p>text");
        yield return Page("null bytes in the text", "a null byte between any two letters, after a good start", "the reader drops them", () => "<html><body><p>" + new string('a', 2000) + AbuseBodies.Repeat("b\0", 2000));
        yield return new("null bytes at the start", "a page that begins with null bytes", "the first 1,024 bytes", "not-readable") { Answer = a => a.AnswerAsync("\0\0\0\0<p>x") };
        yield return new("a program called a page", "an ELF file as text/html", "the first bytes", "not-readable") { Answer = a => a.AnswerAsync([0x7F, (byte)'E', (byte)'L', (byte)'F', 1, 2, 3]) };
        yield return new("a picture called a page", "a PNG as text/html", "the first bytes", "not-readable") { Answer = a => a.AnswerAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) };
        yield return new("nothing", "200 and an empty page", "the length", "not-readable") { Answer = a => a.AnswerAsync("") };
    }

    private static IEnumerable<AbuseRow> Letters()
    {
        yield return Page("charset unheard of", "a charset that nobody knows", "a guess from the bytes", () => "<p>항구가 다시 열렸다", "text/html; charset=klingon-8");
        yield return Page("charset that .NET refuses", "UTF-7 named by the transport", "a guess from the bytes", () => "<p>+ADw-script+AD4-", "text/html; charset=utf-7");
        yield return Page("charsets in conflict", "windows-1252 by the transport, Shift_JIS by the page, UTF-8 by its bytes", "valid UTF-8 is UTF-8", () => "<meta charset=shift_jis><p>항구가 다시 열렸다", "text/html; charset=windows-1252");
        yield return new("EUC-KR called UTF-8", "Korean in EUC-KR, called UTF-8", "bytes that contradict a charset overrule it", "fetched")
        {
            Answer = a => a.AnswerAsync([.. "<p>"u8, .. Enumerable.Repeat<byte[]>([0xC7, 0xD7, 0xB1, 0xB8, 0xB0, 0xA1], 200).SelectMany(b => b)], "text/html; charset=utf-8"),
        };
        yield return new("odd addresses", "links with every odd character: controls, spaces, quotes, brackets, emoji, half pairs, broken percent signs", "each is one spelling in the log, or is no address", "not-found")
        {
            Links = string.Concat(AbuseAddresses.Odd.Select(path => $"<a href=\"{path}\">x</a>")) + "<a href='/hostile'>x</a>",
            Answer = a => a.AnswerAsync("", status: "404 Not Found"),
        };
    }

    private static IEnumerable<AbuseRow> Traps()
    {
        yield return Trap("repeating path", "a link whose path repeats itself", "three times the same segment", "repeating-path", "/hostile/a/a/a/a/a");
        yield return Trap("calendar", "a link to a month of the year 2999", "years 1970 to 2039", "endless-calendar", "/hostile/calendar/2999/01/");
        yield return Trap("session in the address", "a link with a session id", "the parameter's name and look", "session-in-url", "/hostile?PHPSESSID=0123456789abcdef0123456789abcdef");
        yield return Trap("overlong address", "a link of 3,000 letters", "2,000 characters", "overlong-url", "/hostile/" + new string('x', 3000));
    }

    private static IEnumerable<AbuseRow> Feeds()
    {
        yield return Feed("billion laughs in a feed", "entities that unfold to 3 GB", "no entity of a document type is expanded", () => AbuseBodies.Laughs("<rss version=\"2.0\"><channel><item><title>LAUGH</title><link>/a</link></item></channel></rss>"));
        yield return Feed("outside entity in a feed", "an entity that names a file of this machine", "no entity of a document type is expanded", () => "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title><link>/a</link></item></channel></rss>");
        yield return Feed("feed cut off", "a feed that ends in the middle of a tag", "what came before is read", () => "<rss version=\"2.0\"><channel><item><link>/hostile/x</link></item><item><ti");
        yield return Feed("a page called a feed", "HTML where a feed is announced", "the outermost element", () => "<html><body>no feed</body></html>");
        yield return Feed("feed of a million levels", "a million elements, each in the other", "200 levels, 500,000 elements", () => "<rss><channel>" + AbuseBodies.Repeat("<a>", 1_000_000));
        yield return Feed("JSON of a million levels", "a JSON feed of nested arrays", "the JSON reader's depth", () => "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + new string('[', 1_000_000));
        yield return Feed("no feed at all", "random bytes", "what it begins with", () => new string('\u00FF', 1000) + "\u0001\u0002");
    }

    private static IEnumerable<AbuseRow> Sitemaps()
    {
        yield return Sitemap("sitemap bomb", "64 MiB of spaces packed as gzip", "50 MiB, and 200 times the bytes on the wire", "too-large", a => a.AnswerAsync(
            AbuseBodies.Pack(Encoding.ASCII.GetBytes("<urlset>" + new string(' ', AbuseBodies.BombSize)), "gzip"), "application/gzip"));
        yield return Sitemap("billion laughs in a sitemap", "entities that unfold to 3 GB", "no document types", "malformed", a => a.AnswerAsync(AbuseBodies.Laughs("<urlset><url><loc>LAUGH</loc></url></urlset>"), "application/xml"));
        yield return Sitemap("sitemap index that names itself", "an index with its own address in it", "one reading a run", "fetched", a => a.AnswerAsync($"<sitemapindex><sitemap><loc>{a.Site}hostile</loc></sitemap></sitemapindex>", "application/xml"));
        yield return Sitemap("sitemap indexes without end", "each index names ever new ones", "three levels", "too-deep", a => a.AnswerAsync($"<sitemapindex><sitemap><loc>{a.Site}hostile/{a.Path.Length}{a.Path}</loc></sitemap></sitemapindex>", "application/xml"), firstOnly: false);
        yield return Sitemap("sitemap of other sites", "10,000 addresses of other hosts", "sitemaps.org: an own host's addresses only", "off-site", a => a.AnswerAsync("<urlset>" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<url><loc>https://n.example/{i}</loc></url>")) + "</urlset>", "application/xml"));
        yield return Sitemap("sitemap of 60,000 addresses", "more than sitemaps.org allows", "50,000 addresses", "too-large", a => a.AnswerAsync(AbuseBodies.Repeat("https://n.example/\n", 60_000), "text/plain"));
        yield return Sitemap("a page called a sitemap", "HTML where a sitemap is named", "the outermost element", "malformed", a => a.AnswerAsync("<html><body>no sitemap</body></html>", "application/xml"));
        yield return Sitemap("sitemap of a million levels", "a million elements, each in the other", "20 levels", "malformed", a => a.AnswerAsync(AbuseBodies.Repeat("<urlset>", 500_000), "application/xml"));
    }

    private static IEnumerable<AbuseRow> Robots()
    {
        yield return Rules("robots.txt of 10 MB", "rules for others, 10 MB of them", "500 KiB", "fetched", a => a.AnswerAsync(AbuseBodies.Repeat("User-agent: other\nDisallow: /\n", 350_000), "text/plain"));
        yield return Rules("binary robots.txt", "bytes that are no text", "what is no rule is passed over", "fetched", a => a.AnswerAsync(Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31)).ToArray(), "application/octet-stream"));
        yield return Rules("robots.txt with patterns to choke on", "1,000 rules of forty stars each", "one pass over the address a rule", "fetched", a => a.AnswerAsync("User-agent: *\n" + AbuseBodies.Repeat($"Disallow: /{AbuseBodies.Repeat("*a", 40)}b$\n", 1000), "text/plain"));
        yield return Rules("robots.txt in a ring", "302 to itself", "five redirects, then: no rules", "fetched", a => a.RedirectAsync("/robots.txt"));
        yield return Rules("robots.txt that never comes", "silence", "time until the headers are read; then nothing may be fetched", "robots-unreachable", a => Task.Delay(Timeout.Infinite, a.Stop)) with { HonestIsRead = false };
        yield return Rules("robots.txt bomb", "64 MiB of zeros packed as gzip", "500 KiB of what it unpacks to", "fetched", a => a.AnswerAsync(
            AbuseBodies.Pack(new byte[AbuseBodies.BombSize], "gzip"), "text/plain", "Content-Encoding: gzip\r\n"));
    }

    private static AbuseRow Page(string name, string does, string bound, Func<string> html, string mediaType = "text/html; charset=utf-8") =>
        new(name, does, bound, "fetched") { Answer = a => a.AnswerAsync(html(), mediaType) };

    private static AbuseRow Trap(string name, string does, string bound, string reason, string path) =>
        new(name, does, bound, reason) { Links = $"<a href='{path}'>x</a>", Answer = a => a.AnswerAsync("<p>trapped") };

    private static AbuseRow Feed(string name, string does, string bound, Func<string> feed) =>
        new(name, does, bound, "malformed") { Way = AbuseWay.Feed, Answer = a => a.Path == "/hostile" ? a.AnswerAsync(feed(), "application/rss+xml") : a.AnswerAsync("<p>x") };

    private static AbuseRow Sitemap(string name, string does, string bound, string reason, Func<AbuseAnswer, Task> answer, bool firstOnly = true) =>
        new(name, does, bound, reason) { Way = AbuseWay.Sitemap, Answer = a => !firstOnly || a.Path == "/hostile" ? answer(a) : a.AnswerAsync("<p>x") };

    private static AbuseRow Rules(string name, string does, string bound, string reason, Func<AbuseAnswer, Task> answer) =>
        new(name, does, bound, reason) { Way = AbuseWay.Robots, Answer = answer };
}
