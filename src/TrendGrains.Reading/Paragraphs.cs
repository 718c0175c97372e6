using System.Text.RegularExpressions;
using TrendGrains.Text;

namespace TrendGrains.Reading;

/// <summary>Plain text taken apart at blank lines, which may hold white space; each part folded, none empty.</summary>
internal static partial class Paragraphs
{
    public static string[] Of(string text) =>
        [.. BlankLine().Split(text.ReplaceLineEndings("\n")).Select(p => TextNormalizer.Fold(p)).Where(p => p.Length > 0)];

    [GeneratedRegex(@"\n[^\S\n]*\n", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex BlankLine();
}
