using System.Collections.Frozen;

namespace TrendGrains.Reading.Markup;

/// <summary>The elements that reading tells apart.</summary>
internal enum Tag : byte
{
    /// <summary>A run of text, not an element.</summary>
    Text,
    Inline,
    Block,
    Body,
    Main,
    Article,
    Section,
    Div,
    Nav,
    Aside,
    Header,
    Footer,
    Form,
    P,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Ul,
    Ol,
    Dl,
    Li,
    Dt,
    Dd,
    Blockquote,
    Pre,
    Code,
    Table,
    Thead,
    Tr,
    Td,
    Th,
    Caption,
    Figure,
    Figcaption,
    Details,
    Summary,
    Address,
    A,
    Br,
    Hr,
    Img,
    Picture,
    Video,
    Audio,
    Source,
    Time,
    Button,
    Label,

    /// <summary>Never shown, or never prose: left out with everything in it.</summary>
    Skipped,
}

internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> byName = Build();

    public static Tag Of(string localName) => byName.TryGetValue(localName, out var tag) ? tag : Tag.Inline;

    public static bool IsHeading(this Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>Starts and ends a block of its own.</summary>
    public static bool IsBlock(this Tag tag) =>
        tag is (>= Tag.Block and <= Tag.Address and not Tag.Code and not Tag.Td and not Tag.Th) or Tag.Hr or Tag.Skipped or Tag.Td or Tag.Th;

    private static FrozenDictionary<string, Tag> Build()
    {
        var tags = new Dictionary<string, Tag>(StringComparer.Ordinal);
        for (var tag = Tag.Body; tag <= Tag.Label; tag++)
        {
            tags[tag.ToString().ToLowerInvariant()] = tag;
        }
        foreach (var name in new[]
        {
            "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "map", "input", "select", "textarea",
            "option", "datalist", "progress", "meter", "head", "frameset", "noframes", "noembed", "dialog", "menuitem", "applet", "link", "meta", "title",
        })
        {
            tags[name] = Tag.Skipped;
        }
        foreach (var name in new[]
        {
            "html", "center", "fieldset", "hgroup", "dir", "menu", "legend", "tbody", "tfoot", "search", "marquee", "xmp", "listing", "colgroup",
        })
        {
            tags[name] = Tag.Block;
        }
        tags["xmp"] = tags["listing"] = Tag.Pre;
        return tags.ToFrozenDictionary();
    }
}
