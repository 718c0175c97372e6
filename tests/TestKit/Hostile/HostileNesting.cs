using static TrendGrains.TestKit.Hostile.HostileRow;

namespace TrendGrains.TestKit.Hostile;

/// <summary>Elements inside elements: a tree builder walks its stack of open elements for nearly every tag.</summary>
internal static class HostileNesting
{
    public static readonly HostileRow[] Rows =
    [
        Of("a million nested divs", "`<div>` 1,000,000 times, none closed", () => Repeat("<div>", 1_000_000), "truncated"),
        Of("a million nested divs before the article", "the same 100,000 times, then an article", () => Repeat("<div>", 100_000) + $"<p>{Honest}</p>"),
        Of("two thousand nested divs, closed", "depth that is closed again", () => Repeat("<div>", 2_000) + $"<p>{Honest}</p>" + Repeat("</div>", 2_000)),
        Of("nested spans", "`<span>` 100,000 times", () => Repeat("<span>", 100_000) + Honest),
        Of("nested inline and block", "`<a><div><b>` 50,000 times", () => Repeat("<a href=x><div><b>", 50_000), Answer),
        Of("nested links", "`<a>` inside `<a>` 100,000 times: each closes the last", () => Repeat("<a href=x>x", 100_000), Answer),
        Of("nested unknown elements", "elements of 100,000 different names", () => Number("<x{0}>", 100_000) + Honest),
        Of("nested custom elements with shadow roots", "declarative shadow roots in each other", () => Repeat("<c-d><template shadowrootmode=open>", 20_000) + Honest, Answer),
        Of("nested blockquotes", "`<blockquote>` 100,000 times", () => Repeat("<blockquote>", 100_000) + $"<p>{Honest}"),
        Of("nested sections with headings", "`<section><h1>` 100,000 times", () => Repeat("<section><h1>x</h1>", 100_000), Answer),
        Of("nested lists", "`<ul><li>` 200,000 times", () => Repeat("<ul><li>x", 200_000), Answer),
        Of("nested definition lists", "`<dl><dd>` 100,000 times", () => Repeat("<dl><dd>x", 100_000), Answer),
        Of("nested tables", "`<table><tr><td>` 50,000 times", () => Repeat("<table><tr><td>x", 50_000), Answer),
        Of("nested tables with stray text", "text where only rows may be, foster-parented, 50,000 times", () => Repeat("<table>x<tr>", 50_000), Answer),
        Of("nested forms", "forms in tables in forms", () => Repeat("<form><table><form>", 50_000) + Honest, Answer),
        Of("nested select", "`<select><option>` 200,000 times", () => Repeat("<select><option>", 200_000), Answer),
        Of("nested buttons", "`<button><p>` 100,000 times", () => Repeat("<button><p>", 100_000), Answer),
        Of("nested svg", "`<svg><foreignObject>` 100,000 times", () => Repeat("<svg><foreignObject>", 100_000), Answer),
        Of("nested svg groups", "`<svg>` and 200,000 `<g>`", () => "<svg>" + Repeat("<g>", 200_000) + Repeat("</g>", 200_000) + $"</svg><p>{Honest}</p>"),
        Of("nested math", "`<math><mrow>` 100,000 times", () => Repeat("<math><mrow>", 100_000), Answer),
        Of("svg title and math text in turn", "integration points that lead back to HTML", () => Repeat("<svg><title><math><mtext>", 30_000), Answer),
        Of("nested templates", "`<template>` 100,000 times", () => Repeat("<template>", 100_000), Answer),
        Of("nested objects", "`<object>` 100,000 times: each is a scope of its own", () => Repeat("<object>", 100_000) + Honest, Answer),
        Of("nested noscripts", "`<noscript><div>` 100,000 times", () => Repeat("<noscript><div>", 100_000), Answer),
        Of("nested details", "`<details><summary>` 50,000 times", () => Repeat("<details><summary>x</summary>", 50_000), Answer),
        Of("nested ruby", "`<ruby><rt>` 100,000 times", () => Repeat("<ruby><rt>x", 100_000), Answer),
        Of("nested frames", "`<frameset>` 100,000 times", () => Repeat("<frameset>", 100_000), Answer),
    ];
}
