namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>A way to cut the normalised text into pieces. Safe for use by several threads, each with a workspace of its own.</summary>
internal abstract class PreTokenizer
{
    /// <summary>Cuts the workspace's pieces further; those that are tokens already stay.</summary>
    public abstract void Apply(Workspace work);
}

/// <summary>One that cuts each piece where it lies and leaves the text alone.</summary>
internal abstract class PieceCutter : PreTokenizer
{
    public sealed override void Apply(Workspace work)
    {
        foreach (var piece in work.Pieces)
        {
            if (piece.Token != Piece.Open)
            {
                work.Next.Add(piece);
            }
            else
            {
                Cut(work, piece.Start, piece.End);
            }
        }
        work.Advance();
    }

    /// <summary>Gives what is to be kept of a piece to the workspace.</summary>
    protected abstract void Cut(Workspace work, int start, int end);
}

internal sealed class PreTokenizerSequence(PreTokenizer[] steps) : PreTokenizer
{
    public override void Apply(Workspace work)
    {
        foreach (var step in steps)
        {
            step.Apply(work);
        }
    }
}
