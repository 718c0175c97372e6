using TrendGrains.Inference.Tokenizers.Hub.Normalizers;

namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>GPT-2's way: an optional blank before, words by its pattern, and every byte a character of its own.</summary>
internal sealed class ByteLevel(bool prependsBlank, PieceCutter? words) : PreTokenizer
{
    /// <summary>GPT-2's words.</summary>
    public const string Words = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    public override void Apply(Workspace work)
    {
        if (prependsBlank)
        {
            PrependBlanks(work);
        }
        words?.Apply(work);
        var source = work.Text;
        var target = work.Spare;
        target.Begin(source.IsTraced);
        foreach (var piece in work.Pieces)
        {
            var start = target.Length;
            if (piece.Token != Piece.Open)
            {
                target.Append(source, piece.Start, piece.End);
            }
            else
            {
                ByteCharacters.Write(source, piece.Start, piece.End, target);
            }
            work.Next.Add(new Piece(start, target.Length, piece.Token));
        }
        work.Text.Exchange(work.Spare);
        work.Advance();
    }

    private static void PrependBlanks(Workspace work)
    {
        var source = work.Text;
        var target = work.Spare;
        target.Begin(source.IsTraced);
        foreach (var piece in work.Pieces)
        {
            var start = target.Length;
            if (piece.Token == Piece.Open && piece.End > piece.Start && source[piece.Start] != ' ')
            {
                target.Append(' ', source.IsTraced ? source.Origin(piece.Start) : default);
            }
            target.Append(source, piece.Start, piece.End);
            work.Next.Add(new Piece(start, target.Length, piece.Token));
        }
        work.Text.Exchange(work.Spare);
        work.Advance();
    }
}
