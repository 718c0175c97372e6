using TrendGrains.Inference.Tokenizers.Hub.Characters;

namespace TrendGrains.Inference.Tokenizers.Hub.Normalizers;

/// <summary>BERT's own: control characters out, white space to blanks, ideographs set apart, accents off, lower case, each where asked for.</summary>
internal sealed class BertNormalizer(bool cleansText, bool setsIdeographsApart, bool stripsAccents, bool lowercases) : Normalizer
{
    private static readonly UnicodeForm canonical = new(System.Text.NormalizationForm.FormD);
    private static readonly CharacterFilter accents = new(CharacterClasses.IsNonspacingMark);
    private static readonly LowerCase lowerCase = new();

    public override void Apply(TracedText text, TracedText spare)
    {
        if (cleansText)
        {
            Clean(text, spare);
        }
        if (setsIdeographsApart)
        {
            SetIdeographsApart(text, spare);
        }
        if (stripsAccents)
        {
            canonical.Apply(text, spare);
            accents.Apply(text, spare);
        }
        if (lowercases)
        {
            lowerCase.Apply(text, spare);
        }
    }

    private static void Clean(TracedText text, TracedText spare)
    {
        var units = text.Units;
        var drops = false;
        for (int i = 0, width; i < units.Length; i += width)
        {
            var c = units[i];
            if (c is (>= ' ' and < '\u007F') or (>= '\uAC00' and <= '\uD7A3'))
            {
                width = 1;
                continue;
            }
            var codePoint = CodePointAt(units, i, out width);
            if (IsDropped(codePoint))
            {
                drops = true;
            }
            else if (CharacterClasses.IsWhitespace(codePoint))
            {
                text.Set(i, ' ');
            }
        }
        if (drops)
        {
            filter.Apply(text, spare);
        }
    }

    private static readonly CharacterFilter filter = new(IsDropped);

    private static bool IsDropped(int c) => c is 0 or 0xFFFD || CharacterClasses.IsControl(c);

    private static void SetIdeographsApart(TracedText text, TracedText spare)
    {
        var units = text.Units;
        if (!units.ContainsAnyInRange('\u3400', '\u9FFF') && !units.ContainsAnyInRange('\uD800', '\uDBFF') && !units.ContainsAnyInRange('\uF900', '\uFAFF'))
        {
            return;
        }
        var writer = new Rewriter(text, spare);
        for (int i = 0, width; i < units.Length; i += width)
        {
            var c = CodePointAt(units, i, out width);
            if (CharacterClasses.IsIdeograph(c))
            {
                writer.KeepTo(i);
                writer.Replace(' ');
                writer.Insert(c);
                writer.Insert(' ');
            }
        }
        writer.KeepTo(units.Length);
        text.Exchange(spare);
    }
}
