namespace TrendGrains.Abstractions.Sources;

/// <summary>What a page says about a link before anyone has followed it.</summary>
/// <param name="TagPath">Names and classes of the elements from the body down to the link, e.g. <c>main ul.list li h2 a</c>; empty when there is none.</param>
/// <param name="Anchor">The link's own words.</param>
/// <param name="Around">The words around it in its block, without its own; empty when there are none.</param>
/// <param name="FromKind">Page kind of the page it stands on, as reading judged it.</param>
[GenerateSerializer, Immutable, Alias("link-clue")]
public sealed record LinkClue(
    [property: Id(0)] string TagPath, [property: Id(1)] string Anchor, [property: Id(2)] string Around, [property: Id(3)] string FromKind)
{
    public static readonly LinkClue None = new("", "", "", "");
}
