namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>Which pieces get a blank sign before them.</summary>
internal enum PrependScheme
{
    Always,
    First,
    Never,
}

/// <summary>SentencePiece's way: blanks become a sign, one is put before the text, and each begins a piece.</summary>
internal sealed class Metaspace(char sign, PrependScheme scheme, bool splits) : PreTokenizer
{
    /// <summary>Whether it asks where a piece began in the given text.</summary>
    public bool NeedsOrigins => scheme == PrependScheme.First;

    public override void Apply(Workspace work)
    {
        var source = work.Text;
        var target = work.Spare;
        target.Begin(source.IsTraced);
        foreach (var piece in work.Pieces)
        {
            var start = target.Length;
            if (piece.Token != Piece.Open)
            {
                target.Append(source, piece.Start, piece.End);
                work.Next.Add(new Piece(start, target.Length, piece.Token));
                continue;
            }
            if (Prepends(source, piece))
            {
                target.Append(sign, source.IsTraced ? source.Origin(piece.Start) : default);
            }
            var body = target.Length;
            target.Append(source, piece.Start, piece.End);
            Mark(target, body);
            if (splits)
            {
                Split(work, target, start);
            }
            else
            {
                work.Keep(start, target.Length);
            }
        }
        work.Text.Exchange(work.Spare);
        work.Advance();
    }

    private bool Prepends(TracedText text, Piece piece) => piece.End > piece.Start
        && text[piece.Start] is var first && first != ' ' && first != sign
        && (scheme == PrependScheme.Always || (scheme == PrependScheme.First && text.Origin(piece.Start).Start == 0));

    private void Mark(TracedText text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == ' ')
            {
                text.Set(i, sign);
            }
        }
    }

    /// <summary>Before each sign, but a sign that another follows stands alone.</summary>
    private void Split(Workspace work, TracedText text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == sign)
            {
                work.Keep(start, i);
                start = i;
            }
        }
        work.Keep(start, text.Length);
    }
}
