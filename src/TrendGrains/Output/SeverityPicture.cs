using System.Globalization;
using System.Text;

namespace TrendGrains.Output;

/// <summary>The receiver operating characteristic beside the confusion matrix, as SVG.</summary>
internal static class SeverityPicture
{
    private const int Side = 280;

    public static string Svg(SeverityMetrics metrics)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 380\" width=\"720\" height=\"380\" role=\"img\" aria-label=\"{Words(metrics)}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append("<rect width=\"720\" height=\"380\" fill=\"#ffffff\"/>\n<g transform=\"translate(60 40)\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#8a8a8a\"/>\n<line x1=\"0\" y1=\"{Side}\" x2=\"{Side}\" y2=\"0\" stroke=\"#c8c8c8\" stroke-dasharray=\"4 4\"/>\n");
        if (metrics.LexiconCurve.Count > 0)
        {
            Line(svg, metrics.LexiconCurve, "#9a6b00", "stroke-dasharray=\"6 3\"");
        }

        Line(svg, metrics.Curve, "#1f5fa8", "");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Side / 2}\" y=\"{Side + 36}\" text-anchor=\"middle\">share of mild ones at or above</text>\n<text x=\"-{Side / 2}\" y=\"-36\" transform=\"rotate(-90)\" text-anchor=\"middle\">share of grave ones at or above</text>\n");
        foreach (var tick in (ReadOnlySpan<double>)[0, 0.5, 1])
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{tick * Side}\" y=\"{Side + 16}\" text-anchor=\"middle\">{tick}</text><text x=\"-6\" y=\"{((1 - tick) * Side) + 4}\" text-anchor=\"end\">{tick}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Side - 6}\" y=\"{Side - 28}\" text-anchor=\"end\" fill=\"#1f5fa8\">model {metrics.Ranking.Area:F3}</text>\n");
        if (metrics.Lexicon is { } lexicon)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Side - 6}\" y=\"{Side - 10}\" text-anchor=\"end\" fill=\"#9a6b00\">lexicon alone {lexicon.Area:F3}</text>\n");
        }

        svg.Append("</g>\n");
        Matrix(svg, metrics.Confusion);
        return svg.Append("</svg>\n").ToString();
    }

    private static string Words(SeverityMetrics metrics) => string.Create(
        CultureInfo.InvariantCulture,
        $"Severity on {metrics.Count} texts: area under ROC {metrics.Ranking.Area:F3}; of {metrics.Grave} grave ones {metrics.Confusion[1][1]} called grave, of {metrics.Count - metrics.Grave} mild ones {metrics.Confusion[0][1]}");

    private static void Line(StringBuilder svg, IReadOnlyList<(double False, double True)> curve, string colour, string more)
    {
        svg.Append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").Append(colour).Append("\" ").Append(more).Append(" points=\"");
        foreach (var (x, y) in curve)
        {
            svg.Append(CultureInfo.InvariantCulture, $"{x * Side:F1},{(1 - y) * Side:F1} ");
        }

        svg.Append("\"/>\n");
    }

    private static void Matrix(StringBuilder svg, int[][] cells)
    {
        const int cell = 100;
        string[] names = ["mild", "grave"];
        svg.Append("<g transform=\"translate(470 90)\" text-anchor=\"middle\">\n<text x=\"100\" y=\"-36\">called</text>\n<text x=\"-100\" y=\"-56\" transform=\"rotate(-90)\">is</text>\n");
        for (var truth = 0; truth < 2; truth++)
        {
            var row = Math.Max(1, cells[truth].Sum());
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(truth * cell) + 50}\" y=\"-12\">{names[truth]}</text><text x=\"-28\" y=\"{(truth * cell) + 54}\">{names[truth]}</text>\n");
            for (var said = 0; said < 2; said++)
            {
                var share = (double)cells[truth][said] / row;
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{said * cell}\" y=\"{truth * cell}\" width=\"{cell}\" height=\"{cell}\" fill=\"#1f5fa8\" fill-opacity=\"{0.08 + (0.5 * share):F2}\" stroke=\"#ffffff\"/><text x=\"{(said * cell) + 50}\" y=\"{(truth * cell) + 50}\" font-size=\"20\">{cells[truth][said]}</text><text x=\"{(said * cell) + 50}\" y=\"{(truth * cell) + 70}\">{share:P0}</text>\n");
            }
        }

        svg.Append("</g>\n");
    }
}
