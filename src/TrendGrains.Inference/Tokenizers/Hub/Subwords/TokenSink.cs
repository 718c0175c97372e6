namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>A token of a piece; start and end are units of the piece.</summary>
internal readonly record struct PieceToken(int Id, int Start, int End);

/// <summary>Gathers the tokens of one piece.</summary>
internal sealed class TokenSink
{
    private PieceToken[] tokens = new PieceToken[64];

    public int Count { get; private set; }

    public ReadOnlySpan<PieceToken> Tokens => tokens.AsSpan(0, Count);

    public void Add(int id, int start, int end)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, Count * 2);
        }
        tokens[Count++] = new PieceToken(id, start, end);
    }

    /// <summary>Takes back what came after a point.</summary>
    public void CutTo(int count) => Count = count;

    public void Reverse(int from) => tokens.AsSpan(from, Count - from).Reverse();
}
