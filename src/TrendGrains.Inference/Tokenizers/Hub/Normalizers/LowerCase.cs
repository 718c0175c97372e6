using TrendGrains.Inference.Tokenizers.Hub.Characters;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>Lower case character by character, whatever stands beside it.</summary>
internal sealed class LowerCase : Normalizer
{
    public override void Apply(TracedText text, TracedText spare)
    {
        var units = text.Units;
        for (var i = 0; i < units.Length; i++)
        {
            var c = units[i];
            if (c < 0x80)
            {
                if (c is >= 'A' and <= 'Z')
                {
                    text.Set(i, (char)(c | 0x20));
                }
            }
            else if (c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u3040' and <= '\u9FFF'))
            {
                continue;
            }
            else if (c == 0x130 || char.IsHighSurrogate(c))
            {
                Rewrite(text, spare, i);
                return;
            }
            else
            {
                text.Set(i, (char)CharacterClasses.ToLower(c));
            }
        }
    }

    private static void Rewrite(TracedText text, TracedText spare, int from)
    {
        var units = text.Units;
        var writer = new Rewriter(text, spare);
        writer.KeepTo(from);
        for (int i = from, width; i < units.Length; i += width)
        {
            var c = CodePointAt(units, i, out width);
            writer.Replace(CharacterClasses.ToLower(c));
            if (c == 0x130)
            {
                writer.Insert(0x307);
            }
        }
        text.Exchange(spare);
    }
}
