using System.Text;

namespace TrendGrains.Inference.Tokenizers;

/// <summary>What a model reads of a text: its first code points in NFC.</summary>
internal static class TextPrefix
{
    /// <summary>Lone surrogates and U+FFFE, which .NET refuses to normalise, come out as U+FFFD.</summary>
    public static string Of(string text, int maxChars)
    {
        var units = 0;
        var plain = true;
        for (var points = 0; units < text.Length && points < maxChars; points++)
        {
            var c = text[units];
            plain &= CodePoints.IsSurelyComposed(c);
            units += char.IsHighSurrogate(c) && units + 1 < text.Length && char.IsLowSurrogate(text[units + 1]) ? 2 : 1;
        }
        var prefix = units == text.Length ? text : text[..units];
        if (plain)
        {
            return prefix;
        }
        var whole = new StringBuilder(prefix.Length);
        foreach (var rune in prefix.EnumerateRunes())
        {
            whole.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }
        return whole.ToString().Normalize(NormalizationForm.FormC);
    }
}
