using System.Buffers;
using System.Text;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>Words that are looked for anywhere in a text, in either case.</summary>
/// <remarks>ASCII words are looked for alone: together with others the search leaves the processor's vectors for a table of cases.</remarks>
internal sealed class PhraseList
{
    private readonly SearchValues<string> ascii;
    private readonly SearchValues<string> other;

    public PhraseList(params string[] words)
    {
        ascii = SearchValues.Create([.. words.Where(w => Ascii.IsValid(w))], StringComparison.OrdinalIgnoreCase);
        other = SearchValues.Create([.. words.Where(w => !Ascii.IsValid(w))], StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="isAscii">The text is ASCII throughout, which the caller found once for all lists.</param>
    public bool IsIn(ReadOnlySpan<char> text, bool isAscii) => text.ContainsAny(ascii) || (!isAscii && text.ContainsAny(other));
}
