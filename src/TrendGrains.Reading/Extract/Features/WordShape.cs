using System.Collections.Frozen;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>Counts over the words of a text; a word is a run of letters, digits and underscores, as the measure has it.</summary>
internal readonly record struct WordShape(int Words, int StopWords, int Capitalised, int Letters, int Longest)
{
    private const string KoreanEndings = "은는이가을를에의도로와과다며고";

    /// <summary>The most frequent words of eight languages: running text is full of them, menus and lists of names are not.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stopWords = FrozenSet.ToFrozenSet(
        ("the of and to a in is that for it on with as was be are by this at from or an have not but you his her they we which their has had were its if can will would been there more when "
        + "de la que el en y los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre "
        + "der die das und den von zu mit sich auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
        + "les des du est et dans qui une pour pas sur au par plus ce avec il sont ne cette ou elle ont aux mais "
        + "di che è il per non sono della con si da dei nel più anche gli alla "
        + "do da em os uma não na dos mais mas ao das foi à ele "
        + "het een van dat op te zijn voor met niet aan er "
        + "och att det som på är av för inte den till").Split(' ').Distinct(), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static WordShape Of(ReadOnlySpan<char> text)
    {
        int words = 0, stops = 0, capitalised = 0, letters = 0, longest = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && IsWord(text[i]))
            {
                i++;
            }
            var word = text[start..i];
            words++;
            letters += word.Length;
            longest = Math.Max(longest, word.Length);
            capitalised += char.IsUpper(word[0]) ? 1 : 0;
            stops += word.Length <= 7 && IsStopWord(word) ? 1 : 0;
        }
        return new WordShape(words, stops, capitalised, letters, longest);
    }

    /// <summary>Words of the text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var words = 0;
        var isInside = false;
        foreach (var c in text)
        {
            var isWord = IsWord(c);
            words += isWord && !isInside ? 1 : 0;
            isInside = isWord;
        }
        return words;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > 0x7F && (char.IsLetter(c) || char.IsNumber(c)));

    private static bool IsStopWord(ReadOnlySpan<char> word) =>
        word[0] >= '\uAC00' && word[0] <= '\uD7A3' ? word.Length > 1 && KoreanEndings.Contains(word[^1]) : stopWords.Contains(word);
}
