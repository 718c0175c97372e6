namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>Cuts a piece into tokens of its vocabulary. Safe for use by several threads, each with a workspace of its own.</summary>
internal abstract class SubwordModel
{
    /// <summary>Entries of the vocabulary.</summary>
    public abstract int Count { get; }

    /// <summary>Whether a piece's tokens are worth remembering: pieces that come again, words above all.</summary>
    public virtual bool Remembers => true;

    public abstract int? IdOf(string token);

    public abstract string? TokenOf(int id);

    /// <param name="piece">Not empty.</param>
    public abstract void Tokenize(ReadOnlySpan<char> piece, Workspace work, TokenSink sink);
}
