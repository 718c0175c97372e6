namespace TrendGrains.Text;

/// <summary>Cuts running text into sentences, for Korean and English first; other languages by the same marks.</summary>
public static class Sentences
{
    /// <summary>
    /// Where each sentence stands, white space at its ends left out. A blank line always ends a sentence, and so does a line break before the mark or
    /// number of a list's next line; any other single line break is a space.
    /// </summary>
    public static IEnumerable<(int Start, int Length)> Spans(string text) => Spans(text, SentenceEnd.At);

    /// <param name="endAt">The end of a sentence whose last mark stands at an index, or −1; and where the sentence begins.</param>
    internal static IEnumerable<(int Start, int Length)> Spans(string text, Func<string, int, int, int> endAt)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = endAt(text, i, start);
            if (end < 0)
            {
                // A run of marks is judged once, as a whole.
                i = SentenceEnd.AfterMarks(text, i) - 1;
                continue;
            }
            if (Trim(text, start, end) is { Length: > 0 } sentence)
            {
                yield return sentence;
            }
            start = end;
            i = end - 1;
        }
        if (Trim(text, start, text.Length) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    public static IEnumerable<string> Of(string text)
    {
        foreach (var (start, length) in Spans(text))
        {
            yield return text.Substring(start, length);
        }
    }

    private static (int Start, int Length) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return (start, end - start);
    }
}
