using System.Collections.Frozen;

namespace TrendGrains.Reading.Markup;

internal enum TagNesting
{
    /// <summary>Nests as deep as it is written.</summary>
    Deep,

    /// <summary>Void, raw text, or closed by the next of its kind.</summary>
    None,

    /// <summary>Opened anew in every paragraph until it is closed.</summary>
    Formatting,
    Script,
}

/// <summary>How the HTML standard's tree builder nests each tag.</summary>
internal static class TagRules
{
    private static readonly FrozenDictionary<string, TagNesting>.AlternateLookup<ReadOnlySpan<char>> nesting = Build();

    public static TagNesting Nesting(ReadOnlySpan<char> name) => nesting.TryGetValue(name, out var rule) ? rule : TagNesting.Deep;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp",
            "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "img",
        ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stands within a line, so that a space after it parts words.</summary>
    public static bool IsInline(ReadOnlySpan<char> name) => inline.Contains(name);

    private static FrozenDictionary<string, TagNesting>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var rules = new Dictionary<string, TagNesting>(StringComparer.Ordinal) { ["script"] = TagNesting.Script };
        foreach (var name in new[]
        {
            "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "image", "input", "keygen", "link", "meta", "param",
            "source", "track", "wbr", "html", "head", "body", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
            "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption", "a", "nobr",
        })
        {
            rules[name] = TagNesting.None;
        }
        foreach (var name in new[] { "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u" })
        {
            rules[name] = TagNesting.Formatting;
        }
        return rules.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
