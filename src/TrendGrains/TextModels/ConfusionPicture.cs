using System.Globalization;
using System.Text;
using TrendGrains.Inference.Evaluation;

namespace TrendGrains.TextModels;

/// <summary>A confusion matrix as an SVG picture: rows are true, columns said, a darker cell is a larger share of its row.</summary>
internal static class ConfusionPicture
{
    private const int Cell = 64;
    private const int Margin = 120;
    private const int Top = 90;

    public static string Of(TextSetFigures figures)
    {
        var side = figures.Labels.Count * Cell;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Margin + side + 20}\" height=\"{Top + side + 20}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"24\" font-size=\"15\">{figures.Set}: true by row, said by column ({figures.Rows:N0} rows)</text>\n");
        for (var i = 0; i < figures.Labels.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin + (i * Cell) + (Cell / 2)}\" y=\"{Top - 10}\" text-anchor=\"middle\" font-size=\"11\">{figures.Labels[i]}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin - 8}\" y=\"{Top + (i * Cell) + (Cell / 2) + 4}\" text-anchor=\"end\">{figures.Labels[i]}</text>\n");
            var total = Math.Max(1, figures.Confusion[i].Sum());
            for (var j = 0; j < figures.Labels.Count; j++)
            {
                var share = (double)figures.Confusion[i][j] / total;
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Margin + (j * Cell)}\" y=\"{Top + (i * Cell)}\" width=\"{Cell - 1}\" height=\"{Cell - 1}\" fill=\"#1f4e8c\" fill-opacity=\"{0.04 + (0.96 * share):F2}\"/>\n");
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin + (j * Cell) + (Cell / 2)}\" y=\"{Top + (i * Cell) + (Cell / 2) + 4}\" text-anchor=\"middle\" fill=\"{(share > 0.5 ? "#fff" : "#000")}\">{figures.Confusion[i][j]}</text>\n");
            }
        }

        return svg.Append("</svg>\n").ToString();
    }
}
