using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

/// <summary>
/// A regular expression in Oniguruma's language, run by .NET's engine. That engine sees UTF-16 units, so that a text with characters beyond
/// the basic plane is matched through a shadow in which each of them is one unit of the same general category.
/// </summary>
internal sealed class RegexPattern : IPattern
{
    // A pattern that walks back and forth over a hostile text must end.
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(20);

    private readonly Regex regex;

    /// <exception cref="TokenizerFormatException">The expression uses what cannot be followed exactly.</exception>
    public RegexPattern(string pattern)
    {
        try
        {
            regex = new Regex(OnigurumaSyntax.Translate(pattern), RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.Multiline, longest);
        }
        catch (ArgumentException e)
        {
            throw new TokenizerFormatException($"the pattern '{pattern}' cannot be read: {e.Message}", e);
        }
    }

    public void Find(ReadOnlySpan<char> text, List<Section> sections)
    {
        if (text.IndexOfAnyInRange('\uD800', '\uDBFF') < 0)
        {
            var kept = 0;
            foreach (var match in regex.EnumerateMatches(text))
            {
                Add(sections, ref kept, match.Index, match.Index + match.Length);
            }
            Close(sections, kept, text.Length);
            return;
        }
        FindInShadow(text, sections);
    }

    private void FindInShadow(ReadOnlySpan<char> text, List<Section> sections)
    {
        var shadow = ArrayPool<char>.Shared.Rent(text.Length);
        var starts = ArrayPool<int>.Shared.Rent(text.Length + 1);
        try
        {
            var length = 0;
            for (var i = 0; i < text.Length; i++)
            {
                starts[length] = i;
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length)
                {
                    shadow[length++] = Standing(char.ConvertToUtf32(text[i], text[i + 1]));
                    i++;
                }
                else
                {
                    shadow[length++] = text[i];
                }
            }
            starts[length] = text.Length;
            var kept = 0;
            foreach (var match in regex.EnumerateMatches(shadow.AsSpan(0, length)))
            {
                Add(sections, ref kept, starts[match.Index], starts[match.Index + match.Length]);
            }
            Close(sections, kept, text.Length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(shadow);
            ArrayPool<int>.Shared.Return(starts);
        }
    }

    private static void Add(List<Section> sections, ref int kept, int start, int end)
    {
        if (kept < start)
        {
            sections.Add(new Section(kept, start, false));
        }
        sections.Add(new Section(start, end, true));
        kept = end;
    }

    private static void Close(List<Section> sections, int kept, int end)
    {
        if (kept < end || end == 0)
        {
            sections.Add(new Section(kept, end, false));
        }
    }

    /// <summary>A rare character of the basic plane of the same category; patterns name categories, never these.</summary>
    internal static char Standing(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        // Squared and circled letters are Alphabetic, and so word characters, though they are symbols.
        UnicodeCategory.OtherSymbol when codePoint is (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189) => '\u24B6',
        UnicodeCategory.UppercaseLetter => '\uA640',
        UnicodeCategory.LowercaseLetter => '\uA723',
        UnicodeCategory.TitlecaseLetter => '\u1F88',
        UnicodeCategory.ModifierLetter => '\uA717',
        UnicodeCategory.OtherLetter => '\uA840',
        UnicodeCategory.NonSpacingMark => '\uA806',
        UnicodeCategory.SpacingCombiningMark => '\uA823',
        UnicodeCategory.EnclosingMark => '\uA670',
        UnicodeCategory.DecimalDigitNumber => '\uA8D0',
        UnicodeCategory.LetterNumber => '\uA6E6',
        UnicodeCategory.OtherNumber => '\uA830',
        UnicodeCategory.ConnectorPunctuation => '\uFE4D',
        UnicodeCategory.DashPunctuation => '\u2E3A',
        UnicodeCategory.OpenPunctuation => '\u2E28',
        UnicodeCategory.ClosePunctuation => '\u2E29',
        UnicodeCategory.InitialQuotePunctuation => '\u2E20',
        UnicodeCategory.FinalQuotePunctuation => '\u2E21',
        UnicodeCategory.OtherPunctuation => '\uA874',
        UnicodeCategory.MathSymbol => '\u2A00',
        UnicodeCategory.CurrencySymbol => '\uA838',
        UnicodeCategory.ModifierSymbol => '\uA700',
        UnicodeCategory.OtherSymbol => '\uA828',
        UnicodeCategory.Format => '\u2061',
        UnicodeCategory.PrivateUse => '\uF8FE',
        _ => '\u0378',
    };
}
