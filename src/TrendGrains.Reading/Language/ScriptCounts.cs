using System.Collections.Frozen;
using TrendGrains.Text;

namespace TrendGrains.Reading.Language;

/// <summary>How much of a text stands in each script, in letters' worth.</summary>
internal ref struct ScriptCounts
{
    /// <summary>A syllable or an ideograph says as much as several letters do.</summary>
    private const double SyllableWeight = 2.5;

    /// <summary>In a headline of another script Latin words with capitals or digits are brands and acronyms.</summary>
    private const double CapitalWeight = 0.55;
    private const double AcronymWeight = 0.3;

    /// <summary>Beside Hangul or ideographs, when none of the Latin words is one that binds an English sentence.</summary>
    private const double UnboundWeight = 0.7;

    /// <summary>What stands in quotes or brackets is a title or an aside, in whatever language that may be.</summary>
    private const double QuotedWeight = 0.4;
    private const int LongestQuote = 40;

    private static readonly (char First, char Last, string Script, string? Language)[] ranges =
    [
        ('\u0370', '\u03FF', "Grek", "el"), ('\u1F00', '\u1FFF', "Grek", "el"), ('\u0400', '\u052F', "Cyrl", null), ('\u0530', '\u058F', "Armn", "hy"),
        ('\u0590', '\u05FF', "Hebr", null), ('\u0600', '\u06FF', "Arab", null), ('\u0750', '\u077F', "Arab", null), ('\uFB50', '\uFDFF', "Arab", null),
        ('\uFE70', '\uFEFC', "Arab", null), ('\u0900', '\u097F', "Deva", null), ('\u0980', '\u09FF', "Beng", null), ('\u0A00', '\u0A7F', "Guru", "pa"),
        ('\u0A80', '\u0AFF', "Gujr", "gu"), ('\u0B00', '\u0B7F', "Orya", "or"), ('\u0B80', '\u0BFF', "Taml", "ta"), ('\u0C00', '\u0C7F', "Telu", "te"),
        ('\u0C80', '\u0CFF', "Knda", "kn"), ('\u0D00', '\u0D7F', "Mlym", "ml"), ('\u0D80', '\u0DFF', "Sinh", "si"), ('\u0E00', '\u0E7F', "Thai", "th"),
        ('\u0E80', '\u0EFF', "Laoo", "lo"), ('\u0F00', '\u0FFF', "Tibt", "bo"), ('\u1000', '\u109F', "Mymr", "my"), ('\u10A0', '\u10FF', "Geor", "ka"),
        ('\u1200', '\u137F', "Ethi", null), ('\u1780', '\u17FF', "Khmr", "km"),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> bindingWords = FrozenSet.ToFrozenSet(
        ["a", "an", "the", "of", "to", "in", "on", "at", "for", "from", "with", "by", "as", "is", "are", "was", "and", "or", "but", "not", "how", "why", "what", "after", "over", "into", "about"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private double latin;
    private bool bound;
    private double hangul;
    private double kana;
    private double han;
    private int kanaLetters;
    private double others;
    private string? other;

    public int Letters { get; private set; }

    public static ScriptCounts Of(ReadOnlySpan<char> text)
    {
        var counts = default(ScriptCounts);
        var quotedUntil = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (i > quotedUntil && Closing(text, i) is var closer and not '\0' && text[(i + 1)..Math.Min(text.Length, i + 1 + LongestQuote)].IndexOf(closer) is var end and > 0)
            {
                quotedUntil = i + 1 + end;
                continue;
            }
            var weight = i < quotedUntil ? QuotedWeight : 1;
            if (IsLatin(text[i]))
            {
                var length = LatinWord(text[i..], out var shape);
                counts.Letters += length;
                counts.bound |= bindingWords.Contains(text.Slice(i, length));
                counts.latin += length * shape * weight;
                i += length - 1;
            }
            else if (text[i] >= '\u0370')
            {
                counts.Add(text[i], weight);
            }
        }
        return counts;
    }

    /// <summary>The script with the most weight, and its share of all; ideographs alone are <c>Hani</c>, with kana <c>Jpan</c>.</summary>
    public readonly (string Script, double Share) Dominant()
    {
        // 美 연준: a Korean headline's ideographs are abbreviations; 오징어 게임 among Chinese or Japanese is a name.
        var korean = hangul > 0 && hangul * 2 >= han + kana && kana * 2 < hangul + 1 ? hangul + han + kana : hangul;
        var eastern = korean > hangul ? 0 : han + kana;
        // One kana may be a decoration, so it takes a share.
        var easternScript = kanaLetters > 0 && kana * 12 >= han ? "Jpan" : "Hani";
        var western = bound || hangul + han + kana + others == 0 ? latin : latin * UnboundWeight;
        var best = ("Latn", western);
        foreach (var candidate in (ReadOnlySpan<(string, double)>)[("Hang", korean), (easternScript, eastern), (other ?? "", others)])
        {
            best = candidate.Item2 > best.Item2 ? candidate : best;
        }
        return (best.Item1, best.Item2 / (western + korean + eastern + others));
    }

    /// <summary>The one language that writes the script, null where several do.</summary>
    public static string? LanguageOf(string script)
    {
        foreach (var (_, _, name, language) in ranges)
        {
            if (name == script)
            {
                return language;
            }
        }
        return script switch { "Hang" => "ko", "Jpan" => "ja", _ => null };
    }

    /// <summary>The languages that are known by their letters alone.</summary>
    public static IEnumerable<string> Single => ranges.Select(r => r.Language).OfType<string>().Append("ko").Append("ja");

    public static bool IsKnown(string language) => Single.Contains(language) || ProfileFile.All.Any(p => p.Languages.Contains(language));

    private void Add(char c, double weight)
    {
        if (Scripts.IsHangul(c))
        {
            hangul += SyllableWeight * weight;
        }
        else if (Scripts.IsKana(c))
        {
            kana += SyllableWeight * weight;
            kanaLetters++;
        }
        else if (Scripts.IsHan(c))
        {
            han += SyllableWeight * weight;
        }
        else if (!char.IsLetter(c))
        {
            return;
        }
        else
        {
            var script = "Zyyy";
            foreach (var (first, last, name, _) in ranges)
            {
                script = c >= first && c <= last ? name : script;
            }
            // Of two such scripts in one text the later is worth nothing here: it is all but unheard of.
            other ??= script;
            others += script == other ? weight : 0;
        }
        Letters++;
    }

    private static int LatinWord(ReadOnlySpan<char> text, out double shape)
    {
        var (length, capitals) = (0, 0);
        while (length < text.Length && IsLatin(text[length]))
        {
            capitals += char.IsUpper(text[length]) ? 1 : 0;
            length++;
        }
        var isCode = length < text.Length && char.IsAsciiDigit(text[length]);
        shape = isCode || capitals > 1 ? AcronymWeight : capitals == 1 ? CapitalWeight : 1;
        return length;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetter(c) || (c is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') && char.IsLetter(c));

    /// <summary>What closes a quote that opens here; NUL where none does.</summary>
    private static char Closing(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '‘' => '’',
        '“' => '”',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '(' => ')',
        '（' => '）',
        '[' => ']',
        // A straight one opens only after a gap: the one in "BTS's" does not.
        '\'' or '"' when at == 0 || text[at - 1] is ' ' or '(' or '[' or ',' => text[at],
        _ => '\0',
    };
}
