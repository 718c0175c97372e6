namespace TrendGrains.Inference.Tokenizers.Hub.PostProcessors;

/// <summary>BERT's and RoBERTa's own: one token before all, one behind each text; RoBERTa has two between texts and one type for both.</summary>
/// <param name="trims">RoBERTa's: spans lose their blanks; null does nothing of the kind.</param>
internal sealed class EndTokens(int start, int end, bool isRoberta, (bool Trims, bool PrependsBlank)? trims) : PostProcessor
{
    public override bool Writes => true;

    public override int Added(bool isPair) => isPair ? isRoberta ? 4 : 3 : 2;

    public override void Trim(TokenRow row, Func<int, TextSpan, string?> textOf)
    {
        if (trims is { Trims: true } how)
        {
            ByteLevelTrim.TrimSpans(row, textOf, how.PrependsBlank);
        }
    }

    public override void Write(TokenRow first, TokenRow? second, bool addsSpecial, TokenRow target)
    {
        var secondType = isRoberta ? 0 : 1;
        if (addsSpecial)
        {
            target.Add(start, 0, true, default);
        }
        target.Append(first, 0);
        if (addsSpecial)
        {
            target.Add(end, 0, true, default);
        }
        if (second is null)
        {
            return;
        }
        if (addsSpecial && isRoberta)
        {
            target.Add(end, 0, true, default);
        }
        target.Append(second, secondType);
        if (addsSpecial)
        {
            target.Add(end, secondType, true, default);
        }
    }
}
