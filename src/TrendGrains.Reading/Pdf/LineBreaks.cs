namespace TrendGrains.Reading.Pdf;

/// <summary>What a line break is: the edge of a column, or the end of a paragraph.</summary>
internal static class LineBreaks
{
    private const string SentenceEnds = ".!?。！？:：;；…";

    /// <summary>Lines of another size than this share are of another paragraph.</summary>
    private const float SameSize = 0.06f;

    /// <summary>A marker, another size, a first line set in, or a line before that ended although the next word had room.</summary>
    public static bool Starts(PdfLine before, PdfLine line, float left, float right, int lines)
    {
        var em = Math.Max(4, line.Em);
        var isOpen = right - before.Right < 2 * em && !EndsSentence(before.Words[^1].Text);
        var first = line.Words[0].Text;
        if (ListMarker.Starts(first))
        {
            // A number that a sentence's own line begins with is no list.
            return !(isOpen && char.IsAsciiLetterOrDigit(first[0]));
        }

        if (Math.Abs(Height(before) - Height(line)) > SameSize * Math.Max(Height(before), Height(line)) && Math.Abs(before.Em - line.Em) > 0.12f * em)
        {
            return true;
        }

        var isSetIn = line.Left - left > 0.8f * em && before.Left - left < 0.4f * em && !ListMarker.Starts(before.Words[0].Text);
        var isFlush = Math.Abs(line.Left - before.Left) < 3 * em;
        return isSetIn || (lines > 2 && isFlush && right - before.Right > line.Words[0].Width + (1.5f * em));
    }

    /// <summary>
    /// The line continues the last one of another block: in the next column, on the next page, or below where poppler took a wide space for
    /// the block's end.
    /// </summary>
    /// <param name="edge">Where lines end in the column of <paramref name="last"/>.</param>
    public static bool GoesOn(PdfLine last, float edge, PdfLine line, bool isSameColumn)
    {
        var em = Math.Max(4, line.Em);
        var word = line.Words[0];
        var hadRoom = edge - last.Right > word.Width + (1.2f * em);
        if (hadRoom || EndsSentence(last.Words[^1].Text) || EndsKoreanSentence(last.Words[^1].Text) || (last.Letters < 30 && last.Words.Count < 3)
            || char.IsUpper(word.Text[0]) || !char.IsLetterOrDigit(word.Text[0]))
        {
            return false;
        }

        // A number that stands where a sentence goes on is no list's; one at the head of a page is.
        return line.Page > last.Page || line.Top < last.Bottom - (2 * em)
            ? !ListMarker.Starts(word.Text)
            : isSameColumn && line.Middle - last.Middle < 2.2f * em;
    }

    public static bool EndsSentence(string text) =>
        text.TrimEnd('"', '\'', '”', '’', ')', ']', '」', '』') is { Length: > 0 } bare && SentenceEnds.Contains(bare[^1], StringComparison.Ordinal);

    /// <summary>Items of a list end so, without a full stop.</summary>
    private static bool EndsKoreanSentence(string text) => text[^1] is '다' or '요' or '음' or '함' or '임' or '됨';

    private static float Height(PdfLine line) => line.Words.Max(word => word.Bottom - word.Top);
}
