using System.Globalization;
using System.Text;

namespace TrendGrains.Output;

/// <summary>Of each text, how far its summary is from its first sentences, the worst first, as SVG.</summary>
internal static class SummaryPicture
{
    private const int Width = 620;
    private const int Height = 260;

    public static string Svg(SummaryMetrics metrics)
    {
        var values = metrics.MarginOfEach;
        var reach = Math.Max(0.05, Math.Max(Math.Abs(values[0]), Math.Abs(values[^1])));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 340\" width=\"720\" height=\"340\" role=\"img\" aria-label=\"{metrics.Count} texts: summaries are better than the first sentences on {metrics.Better:P0}, worse on {metrics.Worse:P0}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"720\" height=\"340\" fill=\"#ffffff\"/>\n<g transform=\"translate(70 30)\">\n<line x1=\"0\" y1=\"{Height / 2}\" x2=\"{Width}\" y2=\"{Height / 2}\" stroke=\"#8a8a8a\"/>\n");
        svg.Append(Area(values, reach, below: true)).Append(Area(values, reach, below: false));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"-8\" y=\"10\" text-anchor=\"end\">+{reach:F2}</text><text x=\"-8\" y=\"{(Height / 2) + 4}\" text-anchor=\"end\">0</text><text x=\"-8\" y=\"{Height}\" text-anchor=\"end\">−{reach:F2}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"{Height + 30}\" text-anchor=\"middle\">{metrics.Count:N0} texts, ROUGE-1 F1 of the summary less that of the first {metrics.Most} sentences: better on {metrics.Better:P0}, worse on {metrics.Worse:P0}</text>\n</g>\n</svg>\n");
        return svg.ToString();
    }

    private static string Area(IReadOnlyList<double> values, double reach, bool below)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"<polygon fill=\"{(below ? "#9a6b00" : "#1f5fa8")}\" fill-opacity=\"0.6\" points=\"0,{Height / 2} ");
        for (var i = 0; i < values.Count; i++)
        {
            var value = below ? Math.Min(0, values[i]) : Math.Max(0, values[i]);
            path.Append(CultureInfo.InvariantCulture, $"{(double)i / Math.Max(1, values.Count - 1) * Width:F1},{(Height / 2) - (value / reach * Height / 2):F1} ");
        }

        return path.Append(CultureInfo.InvariantCulture, $"{Width},{Height / 2}\"/>\n").ToString();
    }
}
