namespace TrendGrains.Inference.Tokenizers.Hub.PostProcessors;

/// <summary>Several that trim and at most one that writes.</summary>
internal sealed class PostProcessorSequence(PostProcessor[] steps) : PostProcessor
{
    private readonly PostProcessor? writer = steps.Count(s => s.Writes) <= 1
        ? steps.FirstOrDefault(s => s.Writes)
        : throw new TokenizerFormatException("two post-processors that both add special tokens cannot follow one another.");

    public override bool Writes => writer is not null;

    public override int Added(bool isPair) => steps.Sum(s => s.Added(isPair));

    public override void Trim(TokenRow row, Func<int, TextSpan, string?> textOf)
    {
        foreach (var step in steps)
        {
            step.Trim(row, textOf);
        }
    }

    public override void Write(TokenRow first, TokenRow? second, bool addsSpecial, TokenRow target) => writer!.Write(first, second, addsSpecial, target);
}
