using System.Globalization;
using System.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>Headers, footers and page numbers: what stands at the same height of the top or bottom of page after page.</summary>
internal static class RunningLines
{
    /// <summary>Share of the page's height, at either end, in which they stand.</summary>
    private const float Zone = 0.12f;

    /// <summary>Lines at other heights than this share of the page are other lines.</summary>
    private const float SameHeight = 0.02f;

    private static readonly string[] pageNumbers =
        ["#", "-#-", "–#–", "[#]", "(#)", "page#", "p.#", "p#", "page#of#", "#of#", "#/#", "-#/#-", "#쪽", "#페이지", "쪽#", "第#頁", "第#页"];

    /// <summary>Takes them out of every page.</summary>
    public static void Remove(List<PdfPage> pages)
    {
        // Of two pages both must have it; of many, those of one chapter, or the left-hand ones, are enough.
        var least = Math.Max(2, (int)Math.Ceiling(pages.Count * 0.25));
        var seen = new Dictionary<(string, int), int>();
        foreach (var page in pages)
        {
            foreach (var key in page.Lines.Where(line => IsAtAnEnd(line, page)).Select(line => Key(line, page)).Distinct())
            {
                seen[key] = seen.GetValueOrDefault(key) + 1;
            }
        }

        foreach (var page in pages)
        {
            page.Lines.RemoveAll(line => IsAtAnEnd(line, page) && (seen[Key(line, page)] >= least || IsPageNumber(line)));
        }
    }

    private static bool IsAtAnEnd(PdfLine line, PdfPage page) => line.Middle < page.Height * Zone || line.Middle > page.Height * (1 - Zone);

    private static bool IsPageNumber(PdfLine line) =>
        pageNumbers.Contains(Pattern(line).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());

    /// <summary>What stays the same from page to page: the words with any number as one sign, and the height.</summary>
    private static (string Pattern, int Height) Key(PdfLine line, PdfPage page) =>
        (Pattern(line), (int)(line.Middle / Math.Max(1, page.Height * SameHeight)));

    private static string Pattern(PdfLine line)
    {
        var pattern = new StringBuilder();
        foreach (var letter in line.Text.ToLower(CultureInfo.InvariantCulture))
        {
            if (!char.IsDigit(letter))
            {
                pattern.Append(letter);
            }
            else if (pattern.Length == 0 || pattern[^1] != '#')
            {
                pattern.Append('#');
            }
        }

        return pattern.ToString();
    }
}
