using System.Globalization;
using TrendGrains.Storage.Trends;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>The page of one trend: its life, its items, and why each belongs.</summary>
internal static class TrendPage
{
    public static Html Draw(RankedTrend trend, IReadOnlyList<TrendMember> members, PageClock clock)
    {
        var titles = members.ToDictionary(m => m.ItemId, m => m.Title ?? m.Url);
        var days = members.OrderByDescending(m => m.EventTime).ThenBy(m => m.ItemId).GroupBy(m => m.EventTime.UtcDateTime.Date);
        var rank = trend.Rank is { } place ? Html.Of($"<span class=\"place\">#{place}</span>") : Html.Empty;
        return Html.Of(
            $"""
            <header class="top"><p class="crumb"><a href="/">{BoardPage.Mark}TrendGrains</a></p></header>
            <main class="one">
            <h1{TrendRow.Language(trend.Language)}>{rank}{trend.Label}</h1>
            {TrendRow.Facts(trend, clock)}
            {TrendRow.Words(trend)}
            <figure class="life {trend.Stage}">{Timeline.Draw(trend, clock.Now)}</figure>
            <h2>{(members.Count < trend.Items ? Html.Of($"{members.Count:N0} of {trend.Items:N0} items") : Html.Of($"{trend.Items:N0} items"))}, newest first</h2>
            {Html.All(days.Select(day => Day(day.Key, day, titles)))}
            </main>
            """);
    }

    public static Html Missing { get; } = Html.Of(
        $"""
        <header class="top"><p class="crumb"><a href="/">{BoardPage.Mark}TrendGrains</a></p></header>
        <main class="one"><div class="empty"><h1>There is no such trend</h1><p>It may have been merged into another, or its database was made anew.</p><p><a href="/">All trends</a></p></div></main>
        """);

    public static Html Unreadable(string problem) => Html.Of(
        $"""
        <header class="top"><p class="crumb"><a href="/">{BoardPage.Mark}TrendGrains</a></p></header>
        <main class="one"><div class="empty"><h1>Waiting for the database</h1><p>{problem}</p></div></main>
        """);

    private static Html Day(DateTime day, IEnumerable<TrendMember> members, Dictionary<Guid, string> titles) => Html.Of(
        $"""
        <section class="day"><h3>{day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)}</h3><ol>
        {Html.All(members.Select(m => Item(m, titles)))}</ol></section>

        """);

    private static Html Item(TrendMember member, Dictionary<Guid, string> titles) => Html.Of(
        $"""
        <li><time datetime="{member.EventTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" title="{PageClock.Exact(member.EventTime)}">{member.EventTime.UtcDateTime:HH:mm}</time>
        <div class="what"><p class="title"{TrendRow.Language(member.Language)}>{WebAddress.Link(member.Url, Html.Of($"{member.Title ?? member.Url}"))}</p>{Summary(member)}<p class="source">{member.SourceTitle ?? member.Source}{About(member)}{Marks.Gauges(member.Tone, member.Severity)}</p></div>
        {Why(member, titles)}
        </li>

        """);

    private static Html Summary(TrendMember member) => member.Summary is { Sentences.Length: > 0 } summary && summary.Sentences[0].Text != member.Title
        ? Html.Of($"""<p class="summary"{TrendRow.Language(member.Language)}>{string.Join(' ', summary.Sentences.Select(s => s.Text))}</p>""")
        : Html.Empty;

    private static Html About(TrendMember member) => member.Topic is { } topic ? Html.Of($"""<span class="about">{Marks.NameOf(topic)}</span>""") : Html.Empty;

    private static Html Why(TrendMember member, Dictionary<Guid, string> titles)
    {
        if (member.Nearest is not { } nearest)
        {
            return Html.Of($"""<p class="why began">began the trend</p>""");
        }

        var like = titles.TryGetValue(nearest, out var title) ? Html.Of($"""<p class="like" title="{title}">most like: {title}</p>""") : Html.Empty;
        return Html.Of(
            $"""<div class="why" aria-label="why it belongs"><p class="parts">{Part("alike", member.Similarity)}{Part("title", member.TitlePart)}{Part("text", member.BodyPart)}{Part("meaning", member.DensePart)}{Part("recency", member.RecencyPart)}</p>{like}</div>""");
    }

    private static Html Part(string name, float share) => Html.Of(
        $"""<span class="part"><span>{name} <b>{share:0.00}</b></span><svg viewBox="0 0 80 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="80" height="4"/><rect width="{Math.Clamp(share, 0, 1) * 80:0.#}" height="4"/></svg></span>""");
}
