using TrendGrains.Inference.Tokenizers.Hub.Characters;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>White space off the ends.</summary>
internal sealed class Strip(bool left, bool right) : Normalizer
{
    public override void Apply(TracedText text, TracedText spare)
    {
        var start = 0;
        var end = text.Length;
        while (left && start < end && CharacterClasses.IsWhitespace(text[start]))
        {
            start++;
        }
        while (right && end > start && CharacterClasses.IsWhitespace(text[end - 1]))
        {
            end--;
        }
        if (end - start < text.Length)
        {
            spare.Begin(text.IsTraced);
            spare.Append(text, start, end);
            text.Exchange(spare);
        }
    }
}
