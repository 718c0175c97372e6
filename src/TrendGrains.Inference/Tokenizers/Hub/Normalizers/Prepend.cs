namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>Puts a string before a text that is not empty.</summary>
internal sealed class Prepend(string prefix) : Normalizer
{
    public override void Apply(TracedText text, TracedText spare)
    {
        if (text.Length == 0)
        {
            return;
        }
        spare.Begin(text.IsTraced);
        var origin = text.IsTraced ? text.Origin(0) : default;
        foreach (var unit in prefix)
        {
            spare.Append(unit, origin);
        }
        spare.Append(text, 0, text.Length);
        text.Exchange(spare);
    }
}
