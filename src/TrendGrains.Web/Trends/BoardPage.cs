using TrendGrains.Abstractions.Items;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>The page at <c>/</c>: filters around the part that lives.</summary>
internal static class BoardPage
{
    public static Html Draw(BoardFilter filter, BoardFrame frame) => Html.Of(
        $"""
        <header class="top">
        <h1><a href="/">{Mark}TrendGrains</a></h1>
        <nav class="languages" aria-label="Language">{Html.All(BoardFilter.All.Select(f => Tab(f with { Topic = filter.Topic }, f.Name, f.Language == filter.Language, f.Language)))}</nav>
        <p class="live" id="live" hidden><span class="state" role="status">connecting</span><button type="button" aria-pressed="false">Pause</button></p>
        </header>
        <nav class="topics" aria-label="Topic">{Tab(filter with { Topic = null }, "All topics", filter.Topic is null)}{Html.All(Topics.All.Select(t => Tab(filter with { Topic = t }, Marks.NameOf(t), filter.Topic == t)))}</nav>
        <main id="board" data-stream="/trends/stream{filter.Address[1..]}" data-version="{frame.Version}">{frame.Fragment}</main>
        """);

    /// <summary>Grains at three heights: a small heap that grows.</summary>
    public static Html Mark { get; } = Html.Of(
        $"""<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><rect x="2" y="13" width="5.2" height="9" rx="2.6"/><rect x="9.4" y="7.5" width="5.2" height="14.5" rx="2.6"/><rect x="16.8" y="2" width="5.2" height="20" rx="2.6"/></svg>""");

    private static Html Tab(BoardFilter filter, string name, bool isCurrent, string? nameIn = null)
    {
        var current = isCurrent ? Html.Of($" aria-current=\"page\"") : Html.Empty;
        var language = nameIn is { } tag ? Html.Of($" lang=\"{tag}\"") : Html.Empty;
        return Html.Of($"""<a href="{filter.Address}"{current}{language}>{name}</a>""");
    }
}
