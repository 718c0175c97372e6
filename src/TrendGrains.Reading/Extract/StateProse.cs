using System.Text;
using System.Text.Json;

namespace TrendGrains.Reading.Extract;

/// <summary>Prose among the strings of JSON that an application starts from: long, of several words, each once, in their order.</summary>
internal sealed class StateProse
{
    private const int LeastProse = 80;
    private const int LeastMarkup = 40;
    private const int LongestDateline = 60;
    private const int LongestString = 200_000;
    private const int MostChars = 300_000;
    private const int MostStrings = 500;
    private const int MostNested = 2;

    public static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    // What stands under these is no page's text: settings, the shop window's other goods, translations, consent.
    private static readonly string[] foreign =
        ["i18n", "translation", "locale", "messages", "config", "settings", "navigation", "menu", "footer", "header", "seo", "meta", "cookie", "consent", "privacy", "legal", "related", "recommend", "query", "css", "style", "script", "env", "features"];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public List<Block> Blocks { get; } = [];

    public int Chars { get; private set; }

    /// <summary>Reads one value; what stands behind it (the rest of a script) is left alone, a value that is no JSON is passed over.</summary>
    public void Read(string json, int nested = 0)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
        var name = "";
        try
        {
            while (Chars < MostChars && seen.Count < MostStrings && reader.Read() && !(reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.GetString()!;
                    if (Array.Exists(foreign, f => name.Contains(f, StringComparison.OrdinalIgnoreCase)))
                    {
                        reader.Skip();
                    }
                }
                else if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length is >= LeastMarkup and < LongestString)
                {
                    Take(reader.GetString()!, nested);
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // A program and no value, or a lone surrogate in a string: what was read up to here stands.
        }
    }

    private void Take(string text, int nested)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 0 && trimmed[0] is '{' or '[' && nested < MostNested)
        {
            var before = Blocks.Count;
            Read(text, nested + 1);
            if (Blocks.Count > before || trimmed[0] == '{')
            {
                return;
            }
            // A story may begin with "[Seoul=Hanbit]".
        }
        var isMarkup = trimmed.Length > 0 && trimmed[0] == '<' && trimmed.Contains("</p>", StringComparison.OrdinalIgnoreCase);
        if ((isMarkup || IsProse(trimmed)) && seen.Add(text))
        {
            var blocks = EmbeddedMarkup.Blocks(text);
            Blocks.AddRange(blocks);
            Chars += blocks.Sum(b => b.Chars);
        }
    }

    /// <summary>Where the story begins behind "[서울=한빛] 홍길동 기자 = ".</summary>
    private static int Dateline(ReadOnlySpan<char> text) => text[0] is '[' or '(' && text[..LongestDateline].LastIndexOf(" = ", StringComparison.Ordinal) is > 0 and var sign ? sign + 3 : 0;

    /// <summary>Mostly letters, words of a common length, and the end of a sentence.</summary>
    private static bool IsProse(ReadOnlySpan<char> text)
    {
        if (text.Length < LeastProse || text.Contains("://", StringComparison.Ordinal) && text.Length < 200 || text[Dateline(text)..].IndexOfAny("{};=") >= 0 && text[0] != '<')
        {
            return false;
        }
        int letters = 0, spaces = 0, ends = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            spaces += c == ' ' ? 1 : 0;
            ends += c is '.' or '!' or '?' or '。' or '…' ? 1 : 0;
        }
        // Korean words are short, and every third sign a space.
        return (letters > text.Length * 0.7 || (letters > text.Length * 0.6 && letters + spaces > text.Length * 0.9)) && ends > 0 && (spaces > text.Length / 14 || text[text.Length / 2] > '\u3040');
    }
}
