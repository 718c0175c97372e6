namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>A part of the text under work that becomes tokens by itself; one that an added token matched is that token already.</summary>
internal readonly record struct Piece(int Start, int End, int Token = Piece.Open)
{
    public const int Open = -1;
}
