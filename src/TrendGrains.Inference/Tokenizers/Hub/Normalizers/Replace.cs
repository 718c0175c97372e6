using TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>Puts a string where a pattern matches.</summary>
internal sealed class Replace(IPattern pattern, string content) : Normalizer
{
    public override void Apply(TracedText text, TracedText spare)
    {
        var matches = new List<Section>();
        pattern.Find(text.Units, matches);
        if (!matches.Exists(m => m.IsMatch))
        {
            return;
        }
        var writer = new Rewriter(text, spare);
        foreach (var match in matches)
        {
            if (match.IsMatch)
            {
                writer.KeepTo(match.Start);
                writer.SkipTo(match.End);
                writer.Insert(content);
            }
        }
        writer.KeepTo(text.Length);
        text.Exchange(spare);
    }
}
