namespace TrendGrains.Reading.Pdf;

/// <summary>A word and its box in points, from the upper left corner of the page.</summary>
internal readonly record struct PdfWord(string Text, float Left, float Top, float Right, float Bottom)
{
    public float Middle => (Top + Bottom) / 2;

    public float Width => Right - Left;
}

/// <summary>Words on one line of a block, as poppler grouped them.</summary>
internal sealed class PdfLine
{
    public PdfLine(int page, int block, List<PdfWord> words)
    {
        (Page, Block, Words) = (page, block, words);
        (Left, Right) = (words.Min(w => w.Left), words.Max(w => w.Right));
        (Top, Bottom) = (words.Min(w => w.Top), words.Max(w => w.Bottom));
        Em = TypeSize.Of(words);
        Letters = words.Sum(w => w.Text.Length + 1);
    }

    public int Page { get; }

    /// <summary>Number of the block, over all pages.</summary>
    public int Block { get; }

    public List<PdfWord> Words { get; }
    public float Left { get; }
    public float Right { get; }
    public float Top { get; }
    public float Bottom { get; }

    /// <summary>Size of the type in points, estimated.</summary>
    public float Em { get; }

    public float Middle => (Top + Bottom) / 2;

    /// <summary>UTF-16 units, spaces included.</summary>
    public int Letters { get; }

    public string Text => string.Join(' ', Words.Select(w => w.Text));
}

/// <summary>One page: its lines in poppler's reading order.</summary>
internal sealed record PdfPage(int Number, float Height, List<PdfLine> Lines);
