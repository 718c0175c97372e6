namespace TrendGrains.Crawling.Captions;

/// <summary>
/// Captions that a machine made roll: each cue shows the line before once more, or the same line longer by a word. Every line is kept once.
/// In captions of people a line said twice stays said twice.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>Share of cues that begin with what the one before ended with, from which a file counts as rolling.</summary>
    private const double Rolling = 0.3;

    public static List<CaptionCue> Unrolled(List<CaptionCue> cues)
    {
        var repeats = 0;
        for (var i = 1; i < cues.Count; i++)
        {
            repeats += Repeats(cues[i - 1], cues[i]) ? 1 : 0;
        }

        return cues.Count < 3 || repeats < Rolling * (cues.Count - 1) ? cues : Unroll(cues);
    }

    private static List<CaptionCue> Unroll(List<CaptionCue> cues)
    {
        var unrolled = new List<CaptionCue>(cues.Count);
        string[] before = [];
        foreach (var cue in cues)
        {
            var said = cue.Lines.Where(line => !before.Contains(line)).ToList();
            if (said.Count > 0 && before is [.., var last] && Grows(last, said[0]))
            {
                said[0] = said[0][last.Length..].TrimStart();
            }

            if (said.Count > 0)
            {
                unrolled.Add(cue with { Lines = [.. said] });
            }

            before = cue.Lines;
        }

        return unrolled;
    }

    private static bool Repeats(CaptionCue before, CaptionCue cue) => cue.Lines[0] == before.Lines[^1] || Grows(before.Lines[^1], cue.Lines[0]);

    private static bool Grows(string line, string longer) => longer.Length > line.Length && longer[line.Length] == ' ' && longer.StartsWith(line, StringComparison.Ordinal);
}
