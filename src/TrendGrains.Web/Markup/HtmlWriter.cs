using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TrendGrains.Web.Markup;

/// <summary>What the compiler hands the parts of an interpolated string to: literals are markup, values are text.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlWriter(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string markup) => html.Append(markup);

    public void AppendFormatted(Html markup) => html.Append(markup);

    public void AppendFormatted(string? text) => html.Append(encoder.Encode(text ?? ""));

    public void AppendFormatted<T>(T number, string? format = null)
        where T : struct, IFormattable =>
        AppendFormatted(number.ToString(format, CultureInfo.InvariantCulture));

    public Html ToHtml() => new(html.ToString());
}
