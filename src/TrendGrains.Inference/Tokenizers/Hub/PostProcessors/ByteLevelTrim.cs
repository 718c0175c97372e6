using TrendGrains.Inference.Tokenizers.Hub.Characters;

namespace TrendGrains.Inference.Tokenizers.Hub.PostProcessors;

/// <summary>Takes blanks at the ends of a token out of its span.</summary>
internal sealed class ByteLevelTrim(bool trims, bool prependsBlank) : PostProcessor
{
    private const char Blank = '\u0120';

    public override bool Writes => false;

    public override int Added(bool isPair) => 0;

    public override void Trim(TokenRow row, Func<int, TextSpan, string?> textOf)
    {
        if (trims)
        {
            TrimSpans(row, textOf, prependsBlank);
        }
    }

    public override void Write(TokenRow first, TokenRow? second, bool addsSpecial, TokenRow target) => throw new NotSupportedException();

    public static void TrimSpans(TokenRow row, Func<int, TextSpan, string?> textOf, bool prependsBlank)
    {
        var spans = row.ChangeableSpans;
        for (var i = 0; i < spans.Length; i++)
        {
            var token = textOf(row.Ids[i], spans[i]) ?? "";
            var leading = 0;
            while (leading < token.Length && IsBlank(token[leading]))
            {
                leading++;
            }
            var trailing = 0;
            while (trailing < token.Length && IsBlank(token[^(trailing + 1)]))
            {
                trailing++;
            }
            var (start, end) = (spans[i].Start, spans[i].End);
            // The one blank before the first token was put there and is not in the text.
            if (leading > 0 && !((i == 0 || start == 0) && prependsBlank && leading == 1))
            {
                start = Math.Min(start + leading, end);
            }
            if (trailing > 0 && end >= trailing)
            {
                end = Math.Max(end - trailing, start);
            }
            spans[i] = new TextSpan(start, end);
        }
    }

    private static bool IsBlank(char c) => c == Blank || CharacterClasses.IsWhitespace(c);
}
