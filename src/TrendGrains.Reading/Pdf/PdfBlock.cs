using System.Text;
using TrendGrains.Reading.Extract;

namespace TrendGrains.Reading.Pdf;

/// <summary>A paragraph, heading, list item or table.</summary>
internal sealed class PdfBlock
{
    public required BlockKind Kind { get; init; }

    /// <summary>Grows while lines are added to it.</summary>
    public required StringBuilder Words { get; init; }

    /// <summary>Folded and composed, once all lines are there.</summary>
    public string Text { get; set; } = "";

    /// <summary>The cells of a table, folded; null for other kinds.</summary>
    public string[][]? Rows { get; init; }

    /// <summary>Size of its type in points.</summary>
    public float Em { get; init; }

    /// <summary>The page on which it begins, from 0.</summary>
    public required int Page { get; init; }

    /// <summary>Its last line; of a table, one of its lines.</summary>
    public required PdfLine LastLine { get; set; }

    /// <summary>The column of its last line; -1 for none.</summary>
    public int LastColumn { get; set; }

    /// <summary>Where lines end in its last line's column.</summary>
    public float Edge { get; set; }
}
