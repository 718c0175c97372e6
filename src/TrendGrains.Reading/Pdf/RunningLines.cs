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

    /// <summary>A line of more numbers counts no pages.</summary>
    private const int MostCounters = 3;

    /// <summary>Nothing but page numbers looks so.</summary>
    private static readonly string[] pageNumbers =
        ["-#-", "–#–", "page#", "p.#", "p#", "page#of#", "#of#", "-#/#-", "#쪽", "#페이지", "쪽#", "第#頁", "第#页"];

    /// <summary>These may be figures too, so that they must go along with the pages.</summary>
    private static readonly string[] likeFigures = ["#", "[#]", "(#)", "#/#"];

    /// <summary>Takes them out of every page.</summary>
    public static void Remove(List<PdfPage> pages)
    {
        // Of two pages both must have it; of many, those of one chapter, or the left-hand ones, are enough.
        var least = Math.Max(2, (int)Math.Ceiling(pages.Count * 0.25));
        var ends = pages.ConvertAll(page => page.Lines.Where(line => IsAtAnEnd(line, page)).Select(line => new End(line, Keys(line, page))).ToList());
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in ends.SelectMany(lines => lines.SelectMany(end => end.Keys).Distinct()))
        {
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }

        for (var i = 0; i < pages.Count; i++)
        {
            var running = ends[i].Where(end => end.Keys.Exists(key => seen[key] >= least)).Select(end => end.Line).ToHashSet();
            var others = ends[i].Where(end => !running.Contains(end.Line)).Select(end => end.Line).ToList();
            running.UnionWith(ends[i].Where(end => IsPageNumber(end, i, seen) && IsAlone(end.Line, others)).Select(end => end.Line).ToList());
            pages[i].Lines.RemoveAll(running.Contains);
        }
    }

    private static bool IsAtAnEnd(PdfLine line, PdfPage page) => line.Middle < page.Height * Zone || line.Middle > page.Height * (1 - Zone);

    /// <summary>By its look; a bare number by being the page's own, or by counting on from another page.</summary>
    private static bool IsPageNumber(End end, int page, Dictionary<string, int> seen)
    {
        var (pattern, numbers) = Parted(end.Line.Text);
        return pageNumbers.Contains(pattern) || (likeFigures.Contains(pattern) && (numbers[0] == page + 1 || end.Keys.Exists(key => seen[key] > 1)));
    }

    /// <summary>Nothing else stands at its height, as the other cells of a table's row do.</summary>
    private static bool IsAlone(PdfLine line, List<PdfLine> others) =>
        !others.Exists(other => other != line && Math.Abs(other.Middle - line.Middle) < 0.5f * Math.Max(4, line.Em));

    /// <summary>
    /// What stays the same from page to page: the height, the words, and each number or its distance from the page's. Numbers that do neither
    /// are figures, and a line of figures alone runs only where it counts the pages.
    /// </summary>
    private static List<string> Keys(PdfLine line, PdfPage page)
    {
        var (pattern, numbers) = Parted(line.Text);
        var hasWords = pattern.Any(char.IsLetter);
        var keys = new List<string>();
        if (!hasWords && !likeFigures.Contains(pattern) && !pageNumbers.Contains(pattern))
        {
            return keys;
        }

        // Each bit says that the number counts up with the pages.
        var choices = numbers.Count > MostCounters ? 1 : 1 << numbers.Count;
        for (var counting = hasWords ? 0 : 1; counting < choices; counting++)
        {
            var key = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(int)(line.Middle / Math.Max(1, page.Height * SameHeight))} {pattern}");
            for (var i = 0; i < numbers.Count; i++)
            {
                var isCounting = (counting >> i & 1) == 1;
                key.Append(CultureInfo.InvariantCulture, $"{(isCounting ? '+' : '=')}{numbers[i] - (isCounting ? page.Number : 0)}");
            }

            keys.Add(key.ToString());
        }

        return keys;
    }

    /// <summary>The letters and signs in small letters without spaces, a # for each number; and the numbers.</summary>
    private static (string Pattern, List<decimal> Numbers) Parted(string text)
    {
        var pattern = new StringBuilder();
        var numbers = new List<decimal>();
        var isNumber = false;
        foreach (var letter in text)
        {
            if (!char.IsDigit(letter))
            {
                isNumber = false;
                if (letter != ' ')
                {
                    pattern.Append(char.ToLowerInvariant(letter));
                }

                continue;
            }

            if (!isNumber)
            {
                pattern.Append('#');
                numbers.Add(0);
                isNumber = true;
            }

            // Of a number that is longer than any page's the last digits are enough.
            numbers[^1] = (numbers[^1] % 1_000_000_000_000 * 10) + (decimal)char.GetNumericValue(letter);
        }

        return (pattern.ToString(), numbers);
    }

    /// <summary>A line at an end of a page, and what it may be known by on other pages.</summary>
    private sealed record End(PdfLine Line, List<string> Keys);
}
