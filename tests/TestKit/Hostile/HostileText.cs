using static TrendGrains.TestKit.Hostile.HostileRow;

namespace TrendGrains.TestKit.Hostile;

/// <summary>Text, attributes and references that are long, or look like something that a pattern tries hard to match.</summary>
internal static class HostileText
{
    public static readonly HostileRow[] Rows =
    [
        Of("a million attributes", "one tag", () => $"<div {Number("a{0} ", 900_000)}><p>{Honest}</p></div>", Answer),
        Of("100,000 attributes in an article", "one tag", () => Article($"<p {Number("a{0}=1 ", 100_000)}>x</p>")),
        Of("one attribute, a million times", "one tag", () => $"<div {Repeat("a ", 1_000_000)}><p>{Honest}</p></div>"),
        Of("an attribute of 9 MB", "a data attribute", () => $"<p>{Honest}</p><div data-x='{new string('a', 9_000_000)}'>x</div>"),
        Of("a class of 5 MB", "one word", () => $"<p>{Honest}</p><p class='{new string('a', 5_000_000)}'>x"),
        Of("a million classes", "one attribute", () => $"<p>{Honest}</p><p class='{Repeat("related ", 1_000_000)}'>x"),
        Of("a style of 5 MB", "`display` a million times", () => $"<p>{Honest}</p><p style='{Repeat("display:x;", 500_000)}'>x"),
        Of("data: URIs of 9 MB", "a picture in its own address", () => $"<p>{Honest}</p><img src='data:image/png;base64,{new string('A', 9_000_000)}'>"),
        Of("a link address of 5 MB", "longer than any URL", () => $"<p>{Honest}</p><a href='/{new string('a', 5_000_000)}'>x</a>"),
        Of("addresses of dots and slashes", "`/../` 1,000 times in 1,000 links", () => $"<p>{Honest}</p>" + Repeat($"<a href='{Repeat("/..", 1_000)}'>x</a>", 1_000)),
        Of("one word of 9 MB", "no space anywhere", () => "<p>" + new string('x', 9_000_000), Answer),
        Of("one Korean word of 3 million syllables", "no space anywhere", () => "<p>" + Repeat("가나다라", 750_000), Answer),
        Of("a paragraph of 9 MB", "two million words", () => "<p>" + Repeat("word ", 1_800_000), Answer),
        Of("9 MB of spaces", "between two words", () => $"<p>{Honest}</p><p>a{new string(' ', 9_000_000)}b</p>"),
        Of("9 MB of line breaks in pre", "preformatted", () => $"<p>{Honest}</p><pre>a{new string('\n', 5_000_000)}b</pre>"),
        Of("open angle brackets", "`<` 5,000,000 times", () => $"<p>{Honest}</p>" + Repeat("<", 5_000_000), "truncated"),
        Of("character references", "`&amp;&` 1,500,000 times", () => $"<p>{Honest}</p>" + Repeat("&amp;&", 1_500_000)),
        Of("references without names", "`&aaaa…` of 5 MB", () => $"<p>{Honest}</p>&" + new string('a', 5_000_000)),
        Of("numbers out of range", "`&#x110000;`, `&#xD800;`, `&#0;` and 2,000 digits", () => Article(Repeat("&#x110000;&#xD800;&#0;", 10_000) + $"&#{new string('9', 2_000)};")),
        Of("null bytes between words", "5 MB", () => $"<p>{Honest}</p><p>" + Repeat("several words in a row \0", 200_000)),
        Of("null bytes in tags", "`<p\\0 class\\0=x>`", () => Article(Repeat("<p\0 class\0=x>a line of several words, and more of them\0</p\0>", 20_000))),
        Of("zero-width spaces", "between all letters", () => Article("<p>" + Repeat("a\u200B\u2060\uFEFF", 500_000) + "</p>")),
        Of("bidi controls", "isolates and overrides, never closed", () => Article("<p>" + Repeat("\u202E\u2066x", 300_000) + "</p>")),
        Of("combining marks", "a letter with a million of them", () => Article("<p>a" + new string('\u0301', 1_000_000) + "</p>")),
        Of("marks that reorder", "combining classes in the wrong order, 300,000 times", () => Article("<p>a" + Repeat("\u0301\u0316\u0345", 300_000) + "</p>")),
        Of("ligatures that expand", "U+FDFA, 18 letters each under NFKC", () => Article("<p>" + new string('\uFDFA', 500_000) + "</p>")),
        Of("private and unassigned characters", "of every plane", () => Article("<p>" + Repeat("\uE000\uDBFF\uDFFD\u0378", 200_000) + "</p>")),
        Of("a title of 5 MB", "and a heading that repeats it", () => $"<title>{Repeat("word ", 500_000)}</title><h1>{Repeat("word ", 500_000)}</h1><p>{Honest}</p>"),
        Of("a title of separators", "` | - ` 100,000 times", () => $"<title>{Repeat("a | b - c » ", 100_000)}</title><p>{Honest}</p>"),
        Of("a date of digits", "5,000 digits as a published time", () => $"<meta property='article:published_time' content='{new string('1', 5_000)}'><p>{Honest}</p>"),
        Of("dates that nearly match", "`2024-01-` and spaces, 1 MB in a time element and a byline", () => $"<time>{Repeat("2024 - 01 - ", 80_000)}</time><p class=date>{Repeat("12:3 ", 200_000)}</p><p>{Honest}</p>"),
        Of("bylines that nearly match", "`By By and and ,` 1 MB", () => $"<p class=byline>By {Repeat("By A and B, ", 80_000)}</p><p class=author>{Repeat("written by ", 90_000)}</p><p>{Honest}</p>"),
        Of("50,000 bylines that nearly match", "each short enough to be looked at", () => Repeat($"<p class=byline>{Repeat("written by and ", 8)}</p>", 30_000) + $"<p>{Honest}</p>", Answer),
        Of("Korean bylines that nearly match", "names and `기자` without end", () => Repeat($"<p class=reporter>{Repeat("김가나 이다라 ", 12)}</p>", 30_000) + $"<p>{Honest}</p>", Answer),
        Of("prices and numbers", "a million digits with commas", () => Article("<p>" + Repeat("1,", 500_000) + "$</p>")),
    ];
}
