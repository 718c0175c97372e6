namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>Puts one character in place of another, one unit for one unit.</summary>
internal sealed class CharacterMap(Func<char, char> map) : Normalizer
{
    public override void Apply(TracedText text, TracedText spare)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var mapped = map(c);
            if (mapped != c)
            {
                text.Set(i, mapped);
            }
        }
    }
}
