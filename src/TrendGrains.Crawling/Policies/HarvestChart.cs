using System.Globalization;
using System.Net;
using System.Text;

namespace TrendGrains.Crawling.Policies;

/// <summary>Draws harvest curves as SVG: pages fetched to the right, relevant pages found upwards, one panel a site.</summary>
public static class HarvestChart
{
    private const int Columns = 3;
    private const int PanelWidth = 300;
    private const int PanelHeight = 190;
    private const int LargeWidth = 800;
    private const int LargeHeight = 420;
    private const int Left = 46;
    private const int Top = 104;
    private const int Gap = 34;
    private const int Bottom = 54;
    private const int Points = 60;
    private const int CharacterWidth = 8;

    private static readonly Dictionary<string, string> colours = new()
    {
        ["bandit"] = "#0f766e", ["best-first"] = "#d97706", ["breadth-first"] = "#475569", ["random"] = "#a78bfa",
    };

    private static readonly string[] others = ["#be185d", "#2563eb", "#65a30d", "#b45309", "#0891b2", "#7c3aed"];

    /// <param name="title">One line.</param>
    /// <param name="subtitle">One line: what was crawled, how often.</param>
    public static string Svg(string title, string subtitle, IReadOnlyList<HarvestPanel> panels)
    {
        var single = panels.Count == 1;
        var (width, height, columns) = single ? (LargeWidth, LargeHeight, 1) : (PanelWidth, PanelHeight, Math.Min(Columns, panels.Count));
        var rows = (panels.Count + columns - 1) / columns;
        var (full, tall) = (Left + (columns * (width + Gap + Left)) - Left, Top + (rows * (height + Gap + Bottom)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full} {tall}" width="{full}" height="{tall}" font-family="system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans KR', sans-serif">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{full}" height="{tall}" fill="#ffffff"/>""");
        Text(svg, Left - 22, 34, title, 20, "#0f172a", weight: 600);
        Text(svg, Left - 22, 56, subtitle, 13, "#475569");
        Legend(svg, panels);
        for (var i = 0; i < panels.Count; i++)
        {
            var (x, y) = (Left + (i % columns * (width + Gap + Left)), Top + 24 + (i / columns * (height + Gap + Bottom)));
            Panel(svg, panels[i], x, y, width, height);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Legend(StringBuilder svg, IReadOnlyList<HarvestPanel> panels)
    {
        var x = Left - 22.0;
        foreach (var name in panels.SelectMany(p => p.Curves).Select(c => c.Name).Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x}" x2="{x + 22}" y1="82" y2="82" stroke="{Colour(name)}" stroke-width="{Stroke(name) + 0.6:0.#}" stroke-linecap="round"/>""");
            Text(svg, x + 29, 86.5, name, 13, "#0f172a");
            x += 52 + (name.Length * CharacterWidth);
        }
    }

    private static void Panel(StringBuilder svg, HarvestPanel panel, double x, double y, int width, int height)
    {
        var fetched = Math.Max(1, panel.Curves.Select(c => c.Found.Count).DefaultIfEmpty().Max());
        var step = Step(panel.Curves.SelectMany(c => c.Band is { } b ? b.High.TakeLast(1).Concat(c.Found.TakeLast(1)) : c.Found.TakeLast(1)).DefaultIfEmpty(1).Max(), height > 300 ? 6 : 4);
        var most = step * Math.Max(1, Math.Ceiling(panel.Curves.Select(c => c.Found.Count == 0 ? 0 : c.Found[^1]).DefaultIfEmpty().Max() / step));
        double X(double at) => x + (at / fetched * width);
        double Y(double found) => y + height - (Math.Min(found, most) / most * height);
        Text(svg, x, y - 10, panel.Title, 14, "#0f172a", weight: 600);
        for (var tick = 0.0; tick <= most + (step / 2); tick += step)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{x}" x2="{x + width}" y1="{Y(tick):0.#}" y2="{Y(tick):0.#}" stroke="{(tick == 0 ? "#94a3b8" : "#e2e8f0")}"/>""");
            Text(svg, x - 7, Y(tick) + 4, Number(tick), 11, "#64748b", anchor: "end");
        }

        var across = Step(fetched, width > 500 ? 8 : 4);
        for (var tick = 0.0; tick <= fetched; tick += across)
        {
            Text(svg, X(tick), y + height + 17, Number(tick), 11, "#64748b", anchor: "middle");
        }

        Text(svg, x + (width / 2.0), y + height + 35, "pages fetched", 11, "#64748b", anchor: "middle");
        foreach (var curve in panel.Curves.OrderBy(c => Stroke(c.Name)))
        {
            if (curve.Band is { } band)
            {
                var edge = string.Join(' ', Sampled(band.High).Concat(Sampled(band.Low).Reverse()).Select(p => Pair(X(p.At), Y(p.Found))));
                svg.Append(CultureInfo.InvariantCulture, $"""<polygon points="{edge}" fill="{Colour(curve.Name)}" fill-opacity="0.13"/>""");
            }

            var line = string.Join(' ', Sampled(curve.Found).Prepend((At: 0, Found: 0)).Select(p => Pair(X(p.At), Y(p.Found))));
            svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{line}" fill="none" stroke="{Colour(curve.Name)}" stroke-width="{Stroke(curve.Name):0.#}" stroke-linejoin="round" stroke-linecap="round"/>""");
        }
    }

    private static IEnumerable<(int At, double Found)> Sampled(IReadOnlyList<double> found)
    {
        var step = Math.Max(1, found.Count / Points);
        for (var i = 0; i < found.Count; i += step)
        {
            yield return (i + 1, found[i]);
        }

        if (found.Count > 0 && (found.Count - 1) % step != 0)
        {
            yield return (found.Count, found[^1]);
        }
    }

    /// <summary>1, 2 or 5 times a power of ten, so that there are about so many ticks.</summary>
    private static double Step(double most, int ticks)
    {
        var rough = Math.Max(most, 1e-9) / ticks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { <= 1.5 => 1, <= 3.5 => 2, <= 7.5 => 5, _ => 10 });
    }

    private static string Colour(string name) =>
        colours.GetValueOrDefault(name) ?? others[name.Aggregate(0, (sum, c) => (sum * 31) + c & 0xFFFF) % others.Length];

    private static double Stroke(string name) => name == "bandit" ? 2.8 : 1.8;

    private static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Pair(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");

    private static void Text(StringBuilder svg, double x, double y, string text, int size, string colour, int weight = 400, string anchor = "start") =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" font-size="{size}" fill="{colour}" font-weight="{weight}" text-anchor="{anchor}">{WebUtility.HtmlEncode(text)}</text>""");
}
