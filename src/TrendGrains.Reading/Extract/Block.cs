using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract;

internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Table,
    Code,
    Quote,
    Caption,
}

/// <summary>One block of running text as a reader sees it.</summary>
internal sealed class Block
{
    public required BlockKind Kind { get; init; }

    /// <summary>Folded and composed; cells of a table parted by tabs, its rows by line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>Index of the first node that the text came from.</summary>
    public required int Node { get; init; }

    /// <summary>The element that starts the block.</summary>
    public required int Owner { get; init; }

    /// <summary>UTF-16 units, spaces included.</summary>
    public int Chars => Text.Length;

    public required int LinkChars { get; init; }

    public required Tag Tag { get; init; }

    /// <summary>Code as it is written, line breaks and indentation kept; null for other kinds.</summary>
    public string? Code { get; init; }

    /// <summary>Known only of a block that has no place in the page.</summary>
    public int? Level { get; init; }

    /// <summary>Words in the middle of a line that a style hides, as a note for screen readers; taken out of the block they stood in.</summary>
    public bool IsAside { get; init; }

    public double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkChars / Text.Length);

    /// <summary>How much of an article's substance the block is: its letters, but for headings, links and scraps.</summary>
    public double Mass { get; set; }
}
