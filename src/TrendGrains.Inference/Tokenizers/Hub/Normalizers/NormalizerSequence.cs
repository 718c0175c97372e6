namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

internal sealed class NormalizerSequence(Normalizer[] steps) : Normalizer
{
    public override void Apply(TracedText text, TracedText spare)
    {
        foreach (var step in steps)
        {
            step.Apply(text, spare);
        }
    }
}
