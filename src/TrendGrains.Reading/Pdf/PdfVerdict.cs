namespace TrendGrains.Reading.Pdf;

/// <summary>Why a PDF gave no text, from how poppler ended and what it said.</summary>
internal static class PdfVerdict
{
    /// <summary>Letters of a font without a Unicode table come out as the numbers of its glyphs: control characters, private ones, none at all.</summary>
    private const double MostOdd = 0.1;

    /// <summary>Null when the program did its work.</summary>
    public static ReadProblem? Of(PopplerRun run, RawPage page) => run switch
    {
        { End: PopplerEnd.DidNotStart } => ReadProblem.Pdf("no-poppler", page, run.Said),
        { End: PopplerEnd.OutOfTime } => ReadProblem.Pdf("too-slow", page, "poppler did not end in time"),
        { End: PopplerEnd.TooMuchOutput } => null,
        { ExitCode: 0 } => null,
        _ when run.Said.Contains("Incorrect password", StringComparison.Ordinal) => ReadProblem.Pdf("encrypted", page, "it is encrypted and asks for a password"),
        // KILL and XCPU end what takes too much time or memory; where memory is refused, the program aborts itself.
        { ExitCode: 137 or 152 } => Ended(page),
        { ExitCode: 134 } when run.Said.Contains("bad_alloc", StringComparison.Ordinal) || run.Said.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) => Ended(page),
        { ExitCode: > 128 and var code } => ReadProblem.Pdf("broken", page, $"poppler crashed on it with signal {code - 128}"),
        _ => ReadProblem.Pdf("broken", page, $"poppler says: {FirstLine(run.Said)}"),
    };

    public static bool IsGarbled(List<PdfPage> pages)
    {
        int odd = 0, all = 0;
        foreach (var letter in pages.SelectMany(p => p.Lines).SelectMany(l => l.Words).SelectMany(w => w.Text).Take(20_000))
        {
            all++;
            odd += letter is < ' ' or (>= '\u007F' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF') or '\uFFFD' ? 1 : 0;
        }

        return odd > all * MostOdd;
    }

    private static ReadProblem Ended(RawPage page) => ReadProblem.Pdf("too-slow", page, "poppler was ended: it took more memory or time than a PDF may");

    private static string FirstLine(string said) => said.Split('\n')[0] is { Length: > 0 } line ? line.Length > 200 ? line[..200] : line : "nothing";
}
