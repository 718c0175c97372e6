namespace TrendGrains.Reading.Pdf;

/// <summary>
/// Whether a break between two Korean syllables lies inside a word: from where the document's own words end and begin, and, while it says
/// little, from the particles and endings that most Korean words end in.
/// </summary>
internal sealed class SyllableBreaks
{
    private const string WordEnds = "은는이가을를에의로와과도고며면서지게한할된될던만다";

    /// <summary>Syllables that hardly ever begin a word.</summary>
    private const string WordTails = "는은을를의에로와과며";

    /// <summary>Words of one syllable.</summary>
    private const string Words = "수것등및이그한두세네만더안못잘또각총약전후중내위곳때데바년월일원명개시군구동본제다";

    /// <summary>For each syllable: as a word's end, before another of its word, as a word's beginning, behind another of its word.</summary>
    private readonly Dictionary<char, (int Ends, int Inner, int Begins, int Behind)> counts = [];

    /// <summary>The pieces of words at the ends of lines do not count.</summary>
    public static SyllableBreaks In(List<PdfLine> lines)
    {
        var breaks = new SyllableBreaks();
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Words.Count - 1; i++)
            {
                breaks.Add(line.Words[i].Text);
            }
        }

        return breaks;
    }

    /// <param name="head">The piece before the break.</param>
    /// <param name="tail">The piece behind it.</param>
    public bool IsInsideWord(string head, string tail)
    {
        var (a, b) = (head[^1], tail[0]);
        var (before, behind) = (counts.GetValueOrDefault(a), counts.GetValueOrDefault(b));
        var isEnd = WordEnds.Contains(a, StringComparison.Ordinal);
        var isTail = WordTails.Contains(b, StringComparison.Ordinal);
        var ends = Math.Log((before.Ends + (isEnd ? 3.0 : 1.0)) / (before.Inner + (isEnd ? 1.5 : 3.0)));
        var begins = Math.Log((behind.Begins + (isTail ? 0.3 : 2.0)) / (behind.Behind + (isTail ? 3.0 : 2.0)));
        // A syllable that is no word needs its other half.
        var alone = (IsAlone(head) ? -1.5 : 0) + (IsAlone(tail) ? -1.5 : 0);
        return ends + begins + alone < 0;
    }

    private static bool IsAlone(string piece) => piece.Length == 1 && !Words.Contains(piece[0], StringComparison.Ordinal);

    private void Add(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] is < '\uAC00' or > '\uD7A3')
            {
                continue;
            }

            var count = counts.GetValueOrDefault(word[i]);
            var isLast = i + 1 >= word.Length || !char.IsLetterOrDigit(word[i + 1]);
            var isFirst = i == 0 || !char.IsLetterOrDigit(word[i - 1]);
            counts[word[i]] = (count.Ends + (isLast ? 1 : 0), count.Inner + (isLast ? 0 : 1), count.Begins + (isFirst ? 1 : 0), count.Behind + (isFirst ? 0 : 1));
        }
    }
}
