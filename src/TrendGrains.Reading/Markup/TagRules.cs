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

    // Also those of the head, where a space would be taken for the start of the body.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> endsLine = FrozenSet.ToFrozenSet(
        [
            "html", "head", "meta", "link", "script", "style", "title", "base", "noscript", "template", "body", "frameset", "frame", "noframes",
            "address", "article", "aside", "blockquote", "br", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
            "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol",
            "optgroup", "option", "p", "pre", "search", "section", "select", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
            "path", "g", "rect", "circle", "line", "polygon", "use", "defs", "symbol", "iframe", "object", "video", "audio",
        ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>White space beside the tag parts no words: the tag ends a line, or stands where no words do.</summary>
    public static bool EndsLine(ReadOnlySpan<char> name) => endsLine.Contains(name);

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
