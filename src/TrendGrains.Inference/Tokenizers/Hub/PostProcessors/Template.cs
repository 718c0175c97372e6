namespace TrendGrains.Inference.Tokenizers.Hub.PostProcessors;

/// <summary>A part of a template: a text (0 or 1) or special tokens, with the type that they get.</summary>
internal sealed record TemplatePart(int? Text, int[] Specials, int Type);

/// <summary>Texts and special tokens in the order that a template gives, one for a single text and one for a pair.</summary>
internal sealed class Template(TemplatePart[] single, TemplatePart[] pair) : PostProcessor
{
    public override bool Writes => true;

    public override int Added(bool isPair) => (isPair ? pair : single).Sum(p => p.Specials.Length);

    public override void Write(TokenRow first, TokenRow? second, bool addsSpecial, TokenRow target)
    {
        foreach (var part in second is null ? single : pair)
        {
            if (part.Text is { } text)
            {
                target.Append(text == 0 ? first : second ?? first, part.Type);
            }
            else if (addsSpecial)
            {
                foreach (var id in part.Specials)
                {
                    target.Add(id, part.Type, true, default);
                }
            }
        }
    }
}
