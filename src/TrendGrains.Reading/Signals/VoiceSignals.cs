namespace TrendGrains.Reading.Signals;

/// <summary>Who speaks, and of what most.</summary>
internal static class VoiceSignals
{
    private const int LeastRepetition = 3;

    public static void Fill(PageSignals signals, string title, string text)
    {
        Span<int> voices = stackalloc int[5];
        var names = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var words = 0;
        Read(title, voices, names, ref words);
        Read(text, voices, names, ref words);
        signals[Signal.TextWords] = words;
        if (words == 0)
        {
            return;
        }
        signals[Signal.FirstPersonShare] = (double)voices[(int)Voice.FirstPerson] / words;
        signals[Signal.SecondPersonShare] = (double)voices[(int)Voice.SecondPerson] / words;
        signals[Signal.ReportingShare] = (double)voices[(int)Voice.Reporting] / words;
        signals[Signal.PraiseShare] = (double)voices[(int)Voice.Praise] / words;
        var (name, times) = names.Dictionary.OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).FirstOrDefault();
        if (times >= LeastRepetition)
        {
            signals[Signal.BrandRepetition] = (double)times / words;
            signals[Signal.BrandInTitle] = title.Contains(name, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }
    }

    public static int Praise(string text)
    {
        Span<int> voices = stackalloc int[5];
        var words = 0;
        Read(text, voices, null, ref words);
        return voices[(int)Voice.Praise];
    }

    /// <summary>Counts voices and words, and names: words of Latin letters that begin with a capital inside a sentence.</summary>
    private static void Read(ReadOnlySpan<char> text, Span<int> voices, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>? names, ref int words)
    {
        Span<char> lower = stackalloc char[40];
        var startsSentence = true;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                startsSentence |= text[i] is '.' or '!' or '?' or '\n' or ':' or '"' or '“';
                i++;
                continue;
            }
            var end = i + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '’' or '-' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            {
                end++;
            }
            var word = text[i..end];
            words++;
            if (word.Length <= lower.Length)
            {
                word.ToLowerInvariant(lower);
                lower[..word.Length].Replace('’', '\'');
                voices[(int)VoiceWords.Of(lower[..word.Length])]++;
                if (names is { } counts && !startsSentence && word.Length > 2 && char.IsAsciiLetterUpper(word[0]))
                {
                    counts[word] = counts.TryGetValue(word, out var times) ? times + 1 : 1;
                }
            }
            startsSentence = false;
            i = end;
        }
    }
}
