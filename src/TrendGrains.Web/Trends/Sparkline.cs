using System.Globalization;
using System.Text;
using TrendGrains.Storage.Trends;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>A day of a trend at a glance: items in half hours as a small line; its colour is the stylesheet's.</summary>
internal static class Sparkline
{
    private const int Steps = 48;
    private const int Width = 188;
    private const int Height = 68;
    private const int Margin = 4;

    /// <summary>The least top of the scale, so that a single item does not look like an eruption.</summary>
    private const int LeastTop = 4;

    private static readonly TimeSpan step = TimeSpan.FromMinutes(30);

    public static Html Draw(IReadOnlyList<TrendPoint> points, DateTimeOffset now)
    {
        var items = Series.Until(now, step, Steps, points);
        var most = items.Max();
        var top = (double)Math.Max(most, LeastTop);
        var line = new StringBuilder();
        for (var i = 0; i < Steps; i++)
        {
            line.Append(i == 0 ? 'M' : 'L').Append(X(i)).Append(' ').Append(Y(items[i], top));
        }

        var path = line.ToString();
        return Html.Of(
            $"""
            <svg class="spark" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" preserveAspectRatio="none" role="img" aria-label="The last 24 hours: at most {most} items in half an hour"><path class="area" d="{path}L{X(Steps - 1)} {Height - Margin}L{X(0)} {Height - Margin}Z"/><path class="line" d="{path}"/><circle cx="{X(Steps - 1)}" cy="{Y(items[^1], top)}" r="2.6"/></svg>
            """);
    }

    private static string X(int place) => Short(Margin + (place * (double)(Width - (2 * Margin)) / (Steps - 1)));

    private static string Y(int items, double top) => Short(Height - Margin - (items / top * (Height - (2 * Margin))));

    private static string Short(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
