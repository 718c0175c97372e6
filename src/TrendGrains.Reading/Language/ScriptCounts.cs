using TrendGrains.Text;

namespace TrendGrains.Reading.Language;

/// <summary>How many letters of each script a text has.</summary>
internal sealed class ScriptCounts
{
    /// <summary>A syllable or an ideograph says as much as several letters do.</summary>
    private const double SyllableWeight = 2.5;

    private static readonly (char First, char Last, string Script, string? Language)[] ranges =
    [
        ('A', 'Z', "Latn", null), ('a', 'z', "Latn", null), ('\u00C0', '\u024F', "Latn", null), ('\u1E00', '\u1EFF', "Latn", null),
        ('\u0370', '\u03FF', "Grek", "el"), ('\u1F00', '\u1FFF', "Grek", "el"), ('\u0400', '\u052F', "Cyrl", null), ('\u0530', '\u058F', "Armn", "hy"),
        ('\u0590', '\u05FF', "Hebr", "he"), ('\u0600', '\u06FF', "Arab", null), ('\u0750', '\u077F', "Arab", null), ('\uFB50', '\uFDFF', "Arab", null),
        ('\uFE70', '\uFEFC', "Arab", null), ('\u0900', '\u097F', "Deva", null), ('\u0980', '\u09FF', "Beng", "bn"), ('\u0A00', '\u0A7F', "Guru", "pa"),
        ('\u0A80', '\u0AFF', "Gujr", "gu"), ('\u0B80', '\u0BFF', "Taml", "ta"), ('\u0C00', '\u0C7F', "Telu", "te"), ('\u0C80', '\u0CFF', "Knda", "kn"),
        ('\u0D00', '\u0D7F', "Mlym", "ml"), ('\u0D80', '\u0DFF', "Sinh", "si"), ('\u0E00', '\u0E7F', "Thai", "th"), ('\u0E80', '\u0EFF', "Laoo", "lo"),
        ('\u1000', '\u109F', "Mymr", "my"), ('\u10A0', '\u10FF', "Geor", "ka"), ('\u1200', '\u137F', "Ethi", "am"), ('\u1780', '\u17FF', "Khmr", "km"),
    ];

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);

    public int Letters { get; private set; }

    public static ScriptCounts Of(ReadOnlySpan<char> text)
    {
        var counts = new ScriptCounts();
        int latin = 0, hangul = 0, kana = 0, han = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                latin++;
            }
            else if (c < 0x80)
            {
            }
            else if (Scripts.IsHangul(c))
            {
                hangul++;
            }
            else if (Scripts.IsKana(c))
            {
                kana++;
            }
            else if (Scripts.IsHan(c))
            {
                han++;
            }
            else
            {
                counts.AddOther(c);
            }
        }
        counts.Add("Latn", latin, 1);
        counts.Add("Hang", hangul, SyllableWeight);
        // Ideographs are Japanese where kana stands among them; one kana may be a decoration, so it takes a share.
        var isJapanese = kana > 0 && kana * 12 >= han;
        counts.Add(isJapanese ? "Jpan" : "Hani", han, SyllableWeight);
        counts.Add("Jpan", kana, SyllableWeight);
        return counts;
    }

    /// <summary>The script with the most weight, and its share of all.</summary>
    public (string Script, double Share) Dominant()
    {
        var best = weights.MaxBy(w => w.Value);
        return (best.Key, best.Value / weights.Values.Sum());
    }

    /// <summary>The one language that writes the script, null where several do.</summary>
    public static string? LanguageOf(string script) => script switch
    {
        "Hang" => "ko",
        "Jpan" => "ja",
        "Hani" => "zh",
        _ => Array.Find(ranges, r => r.Script == script).Language,
    };

    /// <summary>The script of a language whose script is certain here.</summary>
    public static string? ScriptOf(string language) => language switch
    {
        "ko" => "Hang",
        "ja" => "Jpan",
        "zh" => "Hani",
        "ru" or "uk" or "bg" or "be" or "mk" => "Cyrl",
        "ar" or "fa" or "ur" => "Arab",
        "hi" or "mr" or "ne" => "Deva",
        "en" or "de" or "fr" or "es" or "it" or "pt" or "nl" or "pl" or "tr" or "vi" or "id" or "sv" => "Latn",
        _ => Array.Find(ranges, r => r.Language == language).Script,
    };

    private void AddOther(char c)
    {
        if (!char.IsLetter(c))
        {
            return;
        }
        foreach (var (first, last, script, _) in ranges)
        {
            if (c >= first && c <= last)
            {
                Add(script, 1, 1);
                return;
            }
        }
        Add("Zyyy", 1, 1);
    }

    private void Add(string script, int letters, double weight)
    {
        if (letters > 0)
        {
            Letters += letters;
            weights[script] = weights.GetValueOrDefault(script) + letters * weight;
        }
    }
}
