using System.Buffers.Text;
using System.Net;
using System.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> writes: one element a line, <c>page</c>, <c>block</c>, <c>line</c>, <c>word</c>. Not through an
/// XML reader: a font without a Unicode table puts control characters there, and a killed run ends in the middle.
/// </summary>
internal static class BoxLayout
{
    private const int MostWords = 400_000;

    /// <summary>The pages, and whether their end is missing.</summary>
    public static (List<PdfPage> Pages, bool IsCut) Read(ReadOnlySpan<byte> layout)
    {
        var pages = new List<PdfPage>();
        var words = new List<PdfWord>();
        var block = 0;
        var count = 0;
        foreach (var range in layout.Split((byte)'\n'))
        {
            var line = layout[range].TrimStart((byte)' ');
            if (line.StartsWith("<word "u8))
            {
                if (Word(line) is { } word)
                {
                    words.Add(word);
                    if (++count == MostWords)
                    {
                        break;
                    }
                }
            }
            else if (line.StartsWith("<page "u8))
            {
                pages.Add(new PdfPage(pages.Count, Number(line, "height=\""u8), []));
            }
            else if (line.StartsWith("<block "u8))
            {
                block++;
            }
            else if (line.StartsWith("</line>"u8) && words.Count > 0 && pages.Count > 0)
            {
                pages[^1].Lines.Add(new PdfLine(pages.Count - 1, block, [.. words]));
                words.Clear();
            }
        }

        return (pages, count == MostWords || layout.LastIndexOf("</doc>"u8) < 0);
    }

    private static PdfWord? Word(ReadOnlySpan<byte> line)
    {
        var (start, end) = (line.IndexOf((byte)'>') + 1, line.LastIndexOf("</word>"u8));
        if (start <= 0 || end <= start)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(line[start..end]);
        text = (text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text).Trim();
        return text.Length == 0 ? null
            : new PdfWord(text, Number(line, "xMin=\""u8), Number(line, "yMin=\""u8), Number(line, "xMax=\""u8), Number(line, "yMax=\""u8));
    }

    private static float Number(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        var at = line.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(line[(at + name.Length)..], out float value, out _) && float.IsFinite(value) ? value : 0;
    }
}
