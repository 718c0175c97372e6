using System.Globalization;
using TrendGrains.Storage.Trends;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>A trend's whole life as bars of items, with hours or days below.</summary>
internal static class Timeline
{
    private const int MostBars = 96;
    private const int Width = 1120;
    private const int Height = 230;
    private const int Left = 34;
    private const int Bottom = 26;
    private const int Top = 14;

    private static readonly TimeSpan[] steps =
    [
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(28),
    ];

    private static readonly TimeSpan[] ticks =
        [TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
         TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(28), TimeSpan.FromDays(364)];

    public static Html Draw(RankedTrend trend, DateTimeOffset now)
    {
        var last = trend.LastSeen > now ? trend.LastSeen : now;
        var life = last - trend.FirstSeen;
        var step = steps.FirstOrDefault(s => life / s <= MostBars - 2, steps[^1]);
        var count = Math.Clamp((int)Math.Ceiling(life / step) + 2, 24, MostBars);
        var items = Series.Until(last, step, count, trend.Points);
        var start = Series.Floor(last, Series.Grain) + Series.Grain - (step * count);
        var most = Math.Max(items.Max(), 4);
        var scale = (double)(Height - Bottom - Top) / most;
        var slot = (double)(Width - Left) / count;
        var bars = Enumerable.Range(0, count).Where(i => items[i] > 0).Select(i => Bar(i, items[i], start + (step * i), slot, scale));
        return Html.Of(
            $"""
            <svg class="timeline" viewBox="0 0 {Width} {Height}" role="img" aria-label="Items over time, at most {items.Max()} in {Words(step)}">{Grid(most, scale)}{Axis(start, step * count)}<g class="bars">{Html.All(bars)}</g></svg><p class="caption">items in {Words(step)}, times in UTC</p>
            """);
    }

    private static Html Bar(int place, int items, DateTimeOffset from, double slot, double scale)
    {
        var height = items * scale;
        return Html.Of(
            $"""<rect x="{Left + (place * slot) + (slot * 0.12):0.#}" y="{Height - Bottom - height:0.#}" width="{slot * 0.76:0.##}" height="{height:0.#}" rx="1.5"><title>{PageClock.Exact(from)}: {items} items</title></rect>""");
    }

    private static Html Grid(int most, double scale)
    {
        var stride = new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 20_000 }.FirstOrDefault(s => most / s <= 4, most / 4);
        return Html.Of($"""<g class="grid">{Html.All(Enumerable.Range(0, (most / stride) + 1).Select(i => Rule(i * stride, Height - Bottom - (i * stride * scale))))}</g>""");
    }

    private static Html Rule(int items, double y) =>
        Html.Of($"""<path d="M{Left} {y:0.#}H{Width}"/><text x="{Left - 8}" y="{y + 4:0.#}" text-anchor="end">{items}</text>""");

    private static Html Axis(DateTimeOffset start, TimeSpan length)
    {
        var stride = ticks.FirstOrDefault(t => length / t <= 10, ticks[^1]);
        var format = stride < TimeSpan.FromDays(1) ? "HH:mm" : "MMM d";
        var first = Series.Floor(start, stride) + stride;
        var marks = Enumerable.Range(0, 12).Select(i => first + (stride * i)).Where(t => t < start + length).Select(time =>
        {
            var x = Left + ((time - start) / length * (Width - Left));
            var words = time.UtcDateTime.ToString(time.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "MMM d" : format, CultureInfo.InvariantCulture);
            return Html.Of($"""<text x="{x:0.#}" y="{Height - 6}" text-anchor="middle">{words}</text>""");
        });
        return Html.Of($"""<g class="axis">{Html.All(marks)}</g>""");
    }

    private static string Words(TimeSpan step) => step switch
    {
        { TotalHours: < 1 } => $"{step.TotalMinutes} minutes",
        { TotalHours: 1 } => "an hour",
        { TotalDays: < 1 } => $"{step.TotalHours} hours",
        { TotalDays: 1 } => "a day",
        _ => $"{step.TotalDays} days",
    };
}
