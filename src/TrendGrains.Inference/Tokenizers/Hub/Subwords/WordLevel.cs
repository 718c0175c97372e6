namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>A piece is one token or unknown.</summary>
internal sealed class WordLevel(Vocabulary vocabulary, string unknown) : SubwordModel
{
    private readonly UnitTrie trie = vocabulary.ToTrie();
    private readonly int? unknownId = vocabulary.IdOf(unknown);

    public override int Count => vocabulary.Count;

    public override bool Remembers => false;

    public override int? IdOf(string token) => vocabulary.IdOf(token);

    public override string? TokenOf(int id) => vocabulary.TokenOf(id);

    public override void Tokenize(ReadOnlySpan<char> piece, Workspace work, TokenSink sink)
    {
        var id = trie.Find(piece);
        sink.Add(
            id != UnitTrie.None ? id : unknownId ?? throw new TokenizerFormatException($"the vocabulary lacks '{unknown}', the token of unknown words."),
            0,
            piece.Length);
    }
}
