using AngleSharp.Dom;

namespace TrendGrains.Reading.Markup;

/// <summary>One element or run of text, in document order; the subtree of node i is the range (i, End).</summary>
internal struct PageNode
{
    public Tag Tag;

    /// <summary>What the element's own class, id, role and name say.</summary>
    public Hint Hints;

    /// <summary>Hints of the element and of everything around it.</summary>
    public Hint Around;

    public int Parent;

    /// <summary>First node after the subtree.</summary>
    public int End;

    public bool IsInLink;

    /// <summary>Null for a run of text.</summary>
    public IElement? Element;

    /// <summary>Null for an element.</summary>
    public string? Text;
}
