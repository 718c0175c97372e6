namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>Drops characters.</summary>
internal sealed class CharacterFilter(Func<int, bool> isDropped) : Normalizer
{
    public override void Apply(TracedText text, TracedText spare)
    {
        var units = text.Units;
        var i = 0;
        var width = 1;
        while (i < units.Length && !isDropped(CodePointAt(units, i, out width)))
        {
            i += width;
        }
        if (i == units.Length)
        {
            return;
        }
        var writer = new Rewriter(text, spare);
        for (; i < units.Length; i += width)
        {
            if (isDropped(CodePointAt(units, i, out width)))
            {
                writer.KeepTo(i);
                writer.SkipTo(i + width);
            }
        }
        writer.KeepTo(units.Length);
        text.Exchange(spare);
    }
}
