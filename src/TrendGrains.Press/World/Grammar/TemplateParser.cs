using System.Text;

namespace TrendGrains.Press.World.Grammar;

/// <summary>Reads the notation of <see cref="Template"/>; a mistake in a word list fails when it is loaded, with its text.</summary>
internal static class TemplateParser
{
    /// <param name="synonyms">Words that may stand for others in what is literal; null for none.</param>
    public static Template Parse(string text, Synonyms? synonyms = null)
    {
        var at = 0;
        var template = Sequence(text, ref at, nested: false, synonyms);
        return at == text.Length ? template : throw Wrong(text, at, "a closing bracket without its opening");
    }

    private static Template Sequence(string text, ref int at, bool nested, Synonyms? synonyms)
    {
        List<TemplatePart> parts = [];
        var literal = new StringBuilder();
        for (; at < text.Length && text[at] != ']' && !(nested && text[at] == '|'); at++)
        {
            switch (text[at])
            {
                case '[':
                    Flush(parts, literal, synonyms);
                    parts.Add(Choice(text, ref at, synonyms));
                    break;
                case '{':
                    Flush(parts, literal, synonyms);
                    var slot = Until(text, ref at, '}').Split('.', 2);
                    parts.Add(new SlotPart(slot[0], slot.Length > 1 ? slot[1] : ""));
                    break;
                case '<':
                    Flush(parts, literal, synonyms);
                    parts.Add(new LexiconPart(Until(text, ref at, '>')));
                    break;
                default:
                    literal.Append(text[at]);
                    break;
            }
        }
        Flush(parts, literal, synonyms);
        return new Template([.. parts]);
    }

    private static ChoicePart Choice(string text, ref int at, Synonyms? synonyms)
    {
        var from = at;
        List<Template> options = [];
        do
        {
            at++;
            options.Add(Sequence(text, ref at, nested: true, synonyms));
        }
        while (at < text.Length && text[at] == '|');
        return at < text.Length ? new ChoicePart([.. options]) : throw Wrong(text, from, "a choice that nothing closes");
    }

    private static string Until(string text, ref int at, char close)
    {
        var from = at + 1;
        at = text.IndexOf(close, from);
        return at >= 0 ? text[from..at] : throw Wrong(text, from, $"no '{close}' follows");
    }

    private static void Flush(List<TemplatePart> parts, StringBuilder literal, Synonyms? synonyms)
    {
        if (literal.Length > 0)
        {
            parts.AddRange(synonyms?.Spread(literal.ToString(), opens: parts.Count == 0) ?? [new LiteralPart(literal.ToString())]);
            literal.Clear();
        }
    }

    private static FormatException Wrong(string text, int at, string what) => new($"Template, at {at}: {what}: {text}");
}
