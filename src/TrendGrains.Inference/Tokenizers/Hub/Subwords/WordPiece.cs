namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>BERT's: from the left the longest token that fits, those inside a word with a prefix; a word that cannot be covered is unknown.</summary>
internal sealed class WordPiece : SubwordModel
{
    private readonly Vocabulary vocabulary;
    private readonly UnitTrie trie;
    private readonly int inside;
    private readonly string unknown;
    private readonly int? unknownId;
    private readonly int longest;

    /// <param name="longest">Characters of the longest word that is looked at.</param>
    public WordPiece(Vocabulary vocabulary, string unknown, string prefix, int longest)
    {
        (this.vocabulary, this.unknown, this.longest) = (vocabulary, unknown, longest);
        trie = vocabulary.ToTrie();
        inside = trie.Walk(prefix);
        unknownId = vocabulary.IdOf(unknown);
    }

    public override int Count => vocabulary.Count;

    public override int? IdOf(string token) => vocabulary.IdOf(token);

    public override string? TokenOf(int id) => vocabulary.TokenOf(id);

    public override void Tokenize(ReadOnlySpan<char> piece, Workspace work, TokenSink sink)
    {
        var before = sink.Count;
        if (IsTooLong(piece))
        {
            AddUnknown(piece, sink);
            return;
        }
        for (var start = 0; start < piece.Length;)
        {
            var node = start == 0 ? UnitTrie.Root : inside;
            var (id, length) = node == UnitTrie.None ? (UnitTrie.None, 0) : trie.Longest(piece[start..], node);
            if (id == UnitTrie.None)
            {
                sink.CutTo(before);
                AddUnknown(piece, sink);
                return;
            }
            sink.Add(id, start, start + length);
            start += length;
        }
    }

    private bool IsTooLong(ReadOnlySpan<char> piece)
    {
        if (piece.Length <= longest)
        {
            return false;
        }
        var characters = 0;
        foreach (var unit in piece)
        {
            characters += char.IsLowSurrogate(unit) ? 0 : 1;
        }
        return characters > longest;
    }

    private void AddUnknown(ReadOnlySpan<char> piece, TokenSink sink) =>
        sink.Add(unknownId ?? throw new TokenizerFormatException($"the vocabulary lacks '{unknown}', the token of unknown words."), 0, piece.Length);
}
