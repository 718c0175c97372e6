using System.Globalization;
using System.Text;

namespace TrendGrains.TestKit.Documents;

/// <summary>
/// Writes small PDFs (ISO 32000-1): words at places, in Helvetica or, for anything beyond ASCII, in a Korean font that is named and not
/// embedded, as Korean word processors do it. Nothing is compressed, so that a test can damage what it means to.
/// </summary>
public sealed class PdfPages
{
    private const int Height = 842;
    private const int Width = 595;

    private readonly List<StringBuilder> pages = [];
    private readonly StringBuilder facts = new();

    /// <summary>The name of the encoding of the Korean font; one that says nothing of letters makes its text untellable.</summary>
    public string KoreanEncoding { get; init; } = "UniKS-UTF16-H";

    public PdfPages Fact(string name, string value)
    {
        var text = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value));
        facts.Append(CultureInfo.InvariantCulture, $"/{name} <FEFF{text}> ");
        return this;
    }

    public PdfPages Page()
    {
        pages.Add(new StringBuilder());
        return this;
    }

    /// <param name="x">Points from the left.</param>
    /// <param name="y">Points from the top to the line's foot.</param>
    public PdfPages Text(double x, double y, string text, double size = 10)
    {
        var (font, operand) = Ascii.IsValid(text)
            ? ("F1", $"({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})")
            : ("F2", $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>");
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf {x} {Height - y} Td {operand} Tj ET\n");
        return this;
    }

    /// <summary>Several lines below each other.</summary>
    public PdfPages Lines(double x, double y, double step, params ReadOnlySpan<string> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            Text(x, y + (i * step), lines[i]);
        }

        return this;
    }

    /// <summary>Drawing operators as they are, e.g. a filled box.</summary>
    public PdfPages Draw(string operators)
    {
        pages[^1].Append(operators).Append('\n');
        return this;
    }

    public byte[] ToArray()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Concat(pages.Select((_, i) => $"{8 + (i * 2)} 0 R "))}] >>",
            $"<< {facts} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            $"<< /Type /Font /Subtype /Type0 /BaseFont /Batang /Encoding /{KoreanEncoding} /DescendantFonts [6 0 R] >>",
            $"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Batang /CIDSystemInfo << /Registry (Adobe) /Ordering ({(KoreanEncoding == "Identity-H" ? "Identity" : "Korea1")}) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /Batang /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
        };
        foreach (var page in pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}endstream");
        }

        var file = new StringBuilder("%PDF-1.7\n");
        var places = objects.ConvertAll(_ => 0);
        for (var i = 0; i < objects.Count; i++)
        {
            places[i] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
