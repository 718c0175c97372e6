namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>The memory that encoding one text needs, used again by the next.</summary>
internal sealed class Workspace
{
    // One huge text must not keep its memory for the life of the process.
    private const int MostUnitsKept = 1 << 20;

    public TracedText Text { get; } = new();

    public TracedText Spare { get; } = new();

    /// <summary>One section of the given text while it is normalised.</summary>
    public TracedText Section { get; } = new();

    public List<Piece> Pieces { get; private set; } = [];

    public List<Piece> Next { get; private set; } = [];

    public List<PreTokenizers.Section> Sections { get; } = [];

    public Subwords.TokenSink Sink { get; } = new();

    public Subwords.PieceMemory Memory { get; } = new();

    public Subwords.MergeQueue Merges { get; } = new();

    public Subwords.BestPath Path { get; } = new();

    public TokenRow First { get; } = new();

    public TokenRow Second { get; } = new();

    /// <summary>What was gathered in <see cref="Next"/> takes the place of <see cref="Pieces"/>.</summary>
    public void Advance()
    {
        (Pieces, Next) = (Next, Pieces);
        Next.Clear();
    }

    /// <summary>Keeps a piece of the text unless it is empty.</summary>
    public void Keep(int start, int end)
    {
        if (end > start)
        {
            Next.Add(new Piece(start, end));
        }
    }

    public void Shrink()
    {
        Text.Shrink(MostUnitsKept);
        Spare.Shrink(MostUnitsKept);
        Section.Shrink(MostUnitsKept);
        Path.Shrink(MostUnitsKept);
        if (Pieces.Capacity > MostUnitsKept)
        {
            Pieces = [];
        }
        if (Next.Capacity > MostUnitsKept)
        {
            Next = [];
        }
    }
}
