using static TrendGrains.TestKit.Hostile.HostileRow;

namespace TrendGrains.TestKit.Hostile;

/// <summary>What pages carry beside their markup: JSON-LD, state of scripts, styles, XML.</summary>
internal static class HostileEmbeds
{
    private const string Open = "<script type=application/ld+json>";

    public static readonly HostileRow[] Rows =
    [
        Of("deep JSON-LD", "a million `[`", () => $"{Open}{Repeat("[", 1_000_000)}</script><p>{Honest}</p>"),
        Of("deep JSON-LD, closed", "30,000 objects in each other", () => $"{Open}{Repeat("{\"a\":", 30_000)}1{Repeat("}", 30_000)}</script><p>{Honest}</p>"),
        Of("JSON-LD of 9 MB", "one string", () => $"{Open}{{\"@type\":\"NewsArticle\",\"headline\":\"{new string('x', 9_000_000)}\"}}</script><p>{Honest}</p>"),
        Of("a body of 5 MB in JSON-LD", "`articleBody` of a million words", () => $"{Open}{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Repeat("word ", 1_000_000)}\"}}</script><p>{Honest}</p>", Answer),
        Of("400,000 JSON-LD nodes", "one graph", () => $"{Open}{{\"@graph\":[{Repeat("{\"@type\":\"NewsArticle\"},", 350_000)}{{}}]}}</script><p>{Honest}</p>"),
        Of("100,000 authors", "in one node", () => $"{Open}{{\"@type\":\"NewsArticle\",\"author\":[{Number("{\"name\":\"A{0}\"},", 100_000)}{{}}]}}</script><p>{Honest}</p>"),
        Of("JSON-LD that names itself", "10,000 nodes whose author is the next node", () => $"{Open}{{\"@graph\":[{Number("{\"@id\":\"#{0}\",\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#0\"},\"isPartOf\":{\"@id\":\"#1\"}},", 10_000)}{{}}]}}</script><p>{Honest}</p>"),
        Of("50,000 JSON-LD scripts", "one node each", () => Repeat($"{Open}{{\"@type\":\"NewsArticle\"}}</script>", 50_000) + $"<p>{Honest}</p>"),
        Of("one key, 300,000 times", "the last would win", () => $"{Open}{{{Repeat("\"headline\":\"x\",", 300_000)}\"headline\":\"T\"}}</script><p>{Honest}</p>"),
        Of("numbers of a million digits", "in JSON-LD", () => $"{Open}{{\"@type\":\"NewsArticle\",\"datePublished\":{new string('9', 1_000_000)}}}</script><p>{Honest}</p>"),
        Of("escapes of lone surrogates", "`\\ud800` in JSON-LD", () => $"{Open}{{\"@type\":\"NewsArticle\",\"headline\":\"{Repeat("\\ud800", 10_000)}\"}}</script><p>{Honest}</p>"),
        Of("broken JSON-LD", "cut in the middle, with comments and line breaks in strings", () => $"{Open}/* x */ {{\"@type\":\"NewsArticle\",\n\"headline\":\"a\nb</script><p>{Honest}</p>"),
        Of("a state of 9 MB", "what a script-rendered page keeps", () => $"<script id=__NEXT_DATA__ type=application/json>{{\"props\":{Repeat("{\"p\":", 40)}\"{Repeat("word ", 1_700_000)}\"{Repeat("}", 41)}</script><div id=app></div>", Answer),
        Of("a deep state", "200,000 arrays in each other", () => $"<script id=__NEXT_DATA__ type=application/json>{Repeat("[", 200_000)}{Repeat("]", 200_000)}</script><p>{Honest}</p>"),
        Of("a script of 9 MB", "strings that look like markup", () => $"<p>{Honest}</p><script>{Repeat("'</p><div>';", 800_000)}</script>"),
        Of("script escapes", "`<!--<script>` 200,000 times: double-escaped states", () => $"<p>{Honest}</p><script>{Repeat("<!--<script></script>", 200_000)}</script>", Answer),
        Of("a style of 9 MB", "one sheet", () => $"<style>{Repeat("a{b:c}", 1_500_000)}</style><p>{Honest}</p>"),
        Of("billion laughs", "entities of entities in an internal subset", () => $"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a \"{Honest}\">{Number("<!ENTITY b{0} \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">", 10)}]><html><body><p>{Honest}</p><p>&b9;</p></body></html>") with { MediaType = "application/xhtml+xml" },
        Of("external entities", "`SYSTEM \"file:///etc/passwd\"`", () => $"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>{Honest}</p><p>&x;</p></body></html>") with { MediaType = "application/xhtml+xml" },
        Of("a feed entry of deep JSON", "100,000 arrays in each other", () => "{\"title\":" + Repeat("[", 100_000), "entry") with { MediaType = "application/vnd.trendgrains.entry+json" },
        Of("a feed entry of nested markup", "a million divs as its content", () => "{\"title\":\"T\",\"content\":\"" + Repeat("<div>", 1_000_000) + "\"}", Answer) with { MediaType = "application/vnd.trendgrains.entry+json" },
        Of("plain text of a million lines", "no blank line between", () => Repeat("word\n", 1_800_000), Answer) with { MediaType = "text/plain" },
        Of("plain text of blank lines", "nothing else", () => new string('\n', 9_000_000), Answer) with { MediaType = "text/plain" },
    ];
}
