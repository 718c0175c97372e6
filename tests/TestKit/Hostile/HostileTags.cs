using static TrendGrains.TestKit.Hostile.HostileRow;

namespace TrendGrains.TestKit.Hostile;

/// <summary>Tags that do not match, tags without end, and very many tags.</summary>
internal static class HostileTags
{
    public static readonly HostileRow[] Rows =
    [
        Of("unclosed formatting before paragraphs", "20,000 `<b id=…>`, then 20,000 paragraphs: each would open them all anew", () => Number("<b id={0}>", 20_000) + Repeat("<p>x", 20_000), Answer),
        Of("unclosed formatting in an article", "`<i><b><u>` 1,000 times before the end of an article", () => Article(Repeat("<i><b><u>", 1_000))),
        Of("unclosed fonts", "`<font>` 300,000 times", () => Repeat("<font color=red>", 300_000), Answer),
        Of("misnested formatting", "`<b><i><u></b></i>` 100,000 times: the adoption agency's loops", () => Repeat("<b><i><u></b></i>", 100_000), Answer),
        Of("formatting closed across blocks", "`<b><p></b>` 50,000 times", () => Repeat("<b><p>x</b>", 50_000), Answer),
        Of("links closed across blocks", "`<a><div></a>` 50,000 times", () => Repeat("<a href=x><div>x</a>", 50_000), Answer),
        Of("nobr and code in turn", "`<nobr><code>` 100,000 times", () => Repeat("<nobr><code>", 100_000), Answer),
        Of("end tags that match nothing", "3,000 `<i>`, 500,000 `</b>`", () => Repeat("<i>", 3_000) + Repeat("</b>", 500_000), Answer),
        Of("end tags of paragraphs", "`</p>` 300,000 times: each makes an empty paragraph", () => Repeat("</p>", 300_000) + $"<p>{Honest}</p>"),
        Of("br end tags", "`</br>` 300,000 times", () => Repeat("</br>", 300_000) + $"<p>{Honest}</p>"),
        Of("many html and body tags", "`<html a=…><body b=…>` 50,000 times: their attributes are merged", () => Number("<html a{0}=1><body b=1>", 50_000) + $"<p>{Honest}</p>"),
        Of("a million empty paragraphs", "`<p></p>` 1,200,000 times", () => Repeat("<p></p>", 1_200_000), "truncated"),
        Of("a million line breaks", "`<br>` 1,000,000 times", () => $"<p>{Honest}</p>" + Repeat("<br>", 1_000_000), "truncated"),
        Of("300,000 line breaks", "`<br>` 300,000 times inside an article", () => Article(Repeat("<br>", 300_000))),
        Of("a million siblings", "`<i>x</i>` 1,000,000 times", () => $"<p>{Honest}</p>" + Repeat("<i>x</i>", 1_000_000), "truncated"),
        Of("300,000 list items", "one list", () => $"<p>{Honest}</p><ul>" + Repeat("<li>word", 300_000) + "</ul>"),
        Of("300,000 options", "one select", () => $"<p>{Honest}</p><select>" + Repeat("<option>o", 300_000) + "</select>"),
        Of("a table of 300,000 cells", "one row", () => $"<p>{Honest}</p><table><tr>" + Repeat("<td>1", 300_000) + "</table>"),
        Of("a table of 200,000 rows", "one cell each", () => $"<p>{Honest}</p><table>" + Repeat("<tr><td>1<td>2", 100_000) + "</table>"),
        Of("cells that span a million columns", "`colspan=1000000 rowspan=65534` 10,000 times", () => $"<p>{Honest}</p><table><tr>" + Repeat("<td colspan=1000000 rowspan=65534>1", 10_000) + "</table>"),
        Of("300,000 links to one address", "`<a href='/x?y=1'>`", () => $"<p>{Honest}</p>" + Repeat("<a href='/x?y=1'>z</a>", 250_000)),
        Of("200,000 links to as many addresses", "5,000 are kept", () => $"<p>{Honest}</p>" + Number("<a href='/{0}'>z</a>", 200_000)),
        Of("200,000 pictures", "60 are kept", () => $"<p>{Honest}</p>" + Number("<img src='/{0}.jpg' width=900 height=600>", 150_000)),
        Of("one picture 150,000 times in a figure", "without a caption", () => Article("<figure>" + Repeat("<img src=/a.jpg>", 150_000) + "</figure>")),
        Of("100,000 headings", "`<h1>` to `<h6>`", () => $"<p>{Honest}</p>" + Repeat("<h1>A heading</h1><h6>Another</h6>", 50_000), Answer),
        Of("200,000 meta tags", "the same property", () => Number("<meta property='article:tag' content='t{0}'>", 150_000) + $"<p>{Honest}</p>"),
        Of("100,000 times", "`<time datetime=…>` and bylines", () => $"<p>{Honest}</p>" + Repeat("<time datetime='2026-01-02'>x</time><span class=byline>By A</span>", 50_000), Answer),
        Of("100,000 microdata properties", "`itemprop` in `itemscope`", () => $"<p>{Honest}</p>" + Repeat("<div itemscope itemprop='author comment'><b itemprop=name>A</b></div>", 50_000), Answer),
        Of("frames", "a frameset of 10,000 frames", () => "<frameset>" + Repeat("<frame src=x>", 10_000) + $"</frameset><noframes><p>{Honest}</p></noframes>", Answer),
        Of("50,000 iframes", "with markup as their text", () => $"<p>{Honest}</p>" + Repeat("<iframe><p>x</p></iframe>", 50_000)),
        Of("an unclosed iframe", "raw text to the end", () => $"<p>{Honest}</p><iframe>" + Repeat("<p>x", 300_000)),
        Of("an unclosed title", "the page becomes its title", () => "<title>" + Repeat("word ", 500_000), Answer),
        Of("an unclosed textarea", "raw text to the end", () => $"<p>{Honest}</p><textarea>" + Repeat("<div>", 500_000)),
        Of("an unclosed script", "raw text to the end", () => $"<p>{Honest}</p><script>" + Repeat("<div>", 500_000)),
        Of("an unclosed style", "raw text to the end", () => $"<p>{Honest}</p><style>" + Repeat("a{b:c}", 500_000)),
        Of("an unclosed comment", "to the end", () => $"<p>{Honest}</p><!--" + Repeat("<div>", 500_000)),
        Of("an unclosed attribute", "a quote to the end", () => $"<p>{Honest}</p><a title=\"" + Repeat("<div>", 500_000)),
        Of("an unclosed tag", "`<div` and attributes to the end", () => $"<p>{Honest}</p><div " + Repeat("a ", 1_000_000)),
        Of("plaintext", "`<plaintext>`: everything after it is text", () => $"<p>{Honest}</p><plaintext>" + Repeat("</plaintext><div>", 200_000)),
        Of("CDATA in HTML", "a bogus comment each", () => Article(Repeat("<![CDATA[ x ]]>", 200_000))),
        Of("processing instructions", "a bogus comment each", () => Article(Repeat("<?php echo 1 ?>", 200_000))),
        Of("doctypes", "in the middle of the page", () => Article(Repeat("<!DOCTYPE html>", 200_000))),
    ];
}
