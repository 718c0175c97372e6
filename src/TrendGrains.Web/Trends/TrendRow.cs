using TrendGrains.Storage.Trends;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>One trend on the board.</summary>
internal static class TrendRow
{
    private const int Headlines = 3;
    private const int Keywords = 6;

    /// <param name="place">Its place on this board, which may be of one language only; 1 is first.</param>
    public static Html Draw(RankedTrend trend, int place, IEnumerable<TrendMember> members, PageClock clock)
    {
        var known = members.ToArray();
        return Html.Of(
            $"""
            <li class="trend" data-id="{trend.Id:N}">
            <p class="rank"><b>{place}</b>{Move(trend)}</p>
            {Picture(trend, known)}
            <div class="story">
            <h2{Language(trend.Language)}><a href="{Address(trend.Id)}">{trend.Label}</a></h2>
            {Facts(trend, clock)}
            {Lines(trend, known)}
            {Words(trend)}
            </div>
            <a class="pulse {trend.Stage}" href="{Address(trend.Id)}" tabindex="-1" aria-hidden="true">{Sparkline.Draw(trend.Points, clock.Now)}<span>last 24 h</span></a>
            </li>

            """);
    }

    public static Html Facts(RankedTrend trend, PageClock clock) => Html.Of(
        $"""<p class="facts"><span class="stage {trend.Stage}">{trend.Stage}</span>{Synthetic(trend)}{Marks.Topic(trend)}<span><b>{trend.Items:N0}</b> item{Plural(trend.Items)}</span><span><b>{trend.Sources:N0}</b> source{Plural(trend.Sources)}</span><span>first seen {Time(trend.FirstSeen, clock)}</span><span>latest {Time(trend.LastSeen, clock)}</span>{Marks.Gauges(trend.Tone, trend.Severity)}</p>""");

    public static Html Words(RankedTrend trend) => trend.Keywords.Length == 0
        ? Html.Empty
        : Html.Of($"""<p class="keywords"{Language(trend.Language)}>{Html.All(trend.Keywords.Take(Keywords).Select(k => Html.Of($"<span>{k}</span>")))}</p>""");

    public static Html Time(DateTimeOffset time, PageClock clock) =>
        Html.Of($"""<time datetime="{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" title="{PageClock.Exact(time)}">{clock.Ago(time)}</time>""");

    /// <summary>Nobody knows: an empty language, which HTML has a meaning for.</summary>
    public static Html Language(string? language) => Html.Of($" lang=\"{(language == "und" ? "" : language)}\"");

    public static string Address(Guid trend) => $"/trends/{trend:D}";

    /// <summary>The fixed box is there with and without a picture, so that nothing jumps when one comes or fails.</summary>
    private static Html Picture(RankedTrend trend, TrendMember[] members)
    {
        var picture = trend.PictureUrl is { } url && members.Any(m => WebAddress.IsOfHost(url, m.Url))
            ? Html.Of($"""<img src="{url}" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" width="168" height="112">""")
            : Html.Empty;
        return Html.Of($"""<a class="picture" href="{Address(trend.Id)}" tabindex="-1" aria-hidden="true">{picture}</a>""");
    }

    private static Html Lines(RankedTrend trend, TrendMember[] members)
    {
        // Several voices say more than one; the trend's own label is not repeated.
        var shown = members.Where(m => m.Title is not null && m.Title != trend.Label).DistinctBy(m => m.Source).DistinctBy(m => m.Title).Take(Headlines).ToArray();
        return shown.Length == 0 ? Html.Empty : Html.Of($"""<ul class="headlines">{Html.All(shown.Select(Line))}</ul>""");
    }

    private static Html Line(TrendMember member) =>
        Html.Of($"""<li{Language(member.Language)}><span class="source">{member.SourceTitle ?? member.Source}</span>{WebAddress.Link(member.Url, Html.Of($"{member.Title}"))}</li>""");

    private static Html Move(RankedTrend trend)
    {
        if (trend.Rank is not { } rank)
        {
            return Html.Empty;
        }

        if (trend.PreviousRank is not { } previous)
        {
            return Html.Of($"""<i class="move fresh" title="not ranked a quarter of an hour ago">new</i>""");
        }

        return (previous - rank) switch
        {
            0 => Html.Of($"""<i class="move" aria-hidden="true">–</i>"""),
            > 0 and var up => Html.Of($"""<i class="move up" title="was {previous} a quarter of an hour ago"><span aria-hidden="true">▲</span><span class="aside">up </span>{up}</i>"""),
            var down => Html.Of($"""<i class="move down" title="was {previous} a quarter of an hour ago"><span aria-hidden="true">▼</span><span class="aside">down </span>{-down}</i>"""),
        };
    }

    private static Html Synthetic(RankedTrend trend) => trend.Synthetic
        ? Html.Of($"""<span class="synthetic" title="every item is from a pretend source">synthetic</span>""")
        : Html.Empty;

    private static string Plural(int count) => count == 1 ? "" : "s";
}
