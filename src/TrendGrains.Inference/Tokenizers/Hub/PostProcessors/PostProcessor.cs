namespace TrendGrains.Inference.Tokenizers.Hub.PostProcessors;

/// <summary>Puts the special tokens of a model round the tokens of one text or two.</summary>
internal abstract class PostProcessor
{
    /// <summary>Special tokens that it adds.</summary>
    public abstract int Added(bool isPair);

    /// <summary>Changes where tokens are said to stand.</summary>
    public virtual void Trim(TokenRow row, Func<int, TextSpan, string?> textOf)
    {
    }

    /// <summary>Whether it writes rows itself; one that does not only trims.</summary>
    public abstract bool Writes { get; }

    public abstract void Write(TokenRow first, TokenRow? second, bool addsSpecial, TokenRow target);
}
