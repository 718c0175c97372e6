using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>The part of the board's page that lives: what the stream sends and the page swaps in place.</summary>
internal static class BoardFragment
{
    public static Html Draw(BoardView view) => Html.Of($"{Banner(view)}{Head(view)}{Body(view)}{Health(view)}");

    private static Html Banner(BoardView view) => view.Health.Synthetic
        ? Html.Of(
            $"""
            <p class="banner" role="note"><b>Demonstration.</b> A pretend press on this machine writes this news; nothing here happened.</p>

            """)
        : Html.Empty;

    private static Html Head(BoardView view)
    {
        var open = view.Health.Trends is { Trends: > 0 and var trends } ? Html.Of($"<span>{view.Trends.Count:N0} of {trends:N0} trends</span>") : Html.Empty;
        var asOf = view.Clock.IsPast ? Html.Of($"""<span class="asof">as of {PageClock.Exact(view.Clock.Now)}</span>""") : Html.Empty;
        return Html.Of(
            $"""
            <p class="head">{open}{asOf}</p>

            """);
    }

    private static Html Body(BoardView view) => view.Trends.Count == 0
        ? Html.Of($"""<div class="empty">{Waiting(view)}</div>""")
        : Html.Of(
            $"""
            <ol class="board">
            {Html.All(view.Trends.Select((trend, i) => TrendRow.Draw(trend, i + 1, view.Members[trend.Id], view.Clock)))}</ol>

            """);

    /// <summary>Why the board is empty, and what to do about it.</summary>
    private static Html Waiting(BoardView view) => view switch
    {
        { Health.DatabaseProblem: { } problem } => Html.Of(
            $"<h2>Waiting for the database</h2><p>{problem}</p><p>The page comes by itself once it answers.</p>"),
        { Health.Sources: 0 } => Html.Of(
            $"""
            <h2>Nothing to read yet</h2><p>Add a feed or a site:</p>
            <pre><code>deploy/local/trendgrains sources add https://example.com/feed.xml --follow</code></pre>
            <p>Or see it at work without the internet: <code>deploy/local/up --demo</code></p>
            """),
        { Health.Trends.Trends: > 0, Filter.Topic: { } topic } => Html.Of(
            $"""<h2>{Marks.NameOf(topic)}</h2><p>No trend about this right now{(view.Filter.Language is null ? "" : " in this language")}. <a href="/">All topics</a></p>"""),
        { Health.Trends.Trends: > 0, Filter.Language: not null } => Html.Of(
            $"""<h2 lang="{view.Filter.Language}">{view.Filter.Name}</h2><p>No trend in this language right now. <a href="/">All languages</a></p>"""),
        { Health.Trends.Now: not null } => Html.Of(
            $"""
            <h2>No trends yet</h2><p>Items have come in. A story becomes a trend when a second source tells it; that may take some minutes.</p>
            <p>What has come in so far: <a href="/status">status</a></p>
            """),
        _ => Html.Of(
            $"""
            <h2>Waiting for the first items</h2><p>{view.Health.Sources:N0} source{(view.Health.Sources == 1 ? " is" : "s are")} read on schedule. To read them now:</p>
            <pre><code>deploy/local/trendgrains crawl</code></pre><p>How each is doing: <a href="/status">status</a></p>
            """),
    };

    private static Html Health(BoardView view)
    {
        var health = view.Health;
        var intake = health.Trends is { } trends
            ? Html.Of(
                $"""
                <span><b>{trends.ItemsLastHour:N0}</b> items in the last hour</span>
                <span{(trends.Waiting > 0 ? Html.Of($" class=\"busy\"") : Html.Empty)}><b>{trends.Waiting:N0}</b> not yet on a board</span>
                """)
            : Html.Empty;
        var activations = health.Activations is { } count ? Html.Of($"<span><b>{count:N0}</b> activations</span>") : Html.Empty;
        return Html.Of(
            $"""
            <p class="health" aria-label="Health">
            {State("database", health.DatabaseProblem is null)}
            {State("silo", health.Activations is not null)}
            {intake}
            {activations}
            </p>
            """);
    }

    private static Html State(string what, bool isWell) =>
        Html.Of($"""<span class="state {(isWell ? "well" : "ill")}">{what} {(isWell ? "answers" : "does not answer")}</span>""");
}
