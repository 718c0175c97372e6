using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrendGrains.Inference.Classifying;

/// <summary>
/// A list of weighted patterns: the rule that weak labels came from, and the baseline that a model must beat. Lines are "weight, tab, language, tab,
/// regular expression over the text in lower case"; # begins a comment.
/// </summary>
public sealed class WordLexicon
{
    private const double Most = 6;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    private readonly (double Weight, Regex Pattern)[] entries;

    private WordLexicon((double, Regex)[] entries) => this.entries = entries;

    /// <exception cref="InvalidDataException">A line is not of that form.</exception>
    public static WordLexicon Read(string path) => new([.. File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => Entry(path, l))]);

    /// <summary>The sum of the weights of the patterns found; those above 0 and those below count at most 6 each.</summary>
    public double Score(string text)
    {
        text = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var found = entries.Where(e => e.Pattern.IsMatch(text)).Select(e => e.Weight).ToArray();
        return Math.Min(Most, found.Where(w => w > 0).Sum()) + Math.Max(-Most, found.Where(w => w < 0).Sum());
    }

    private static (double, Regex) Entry(string path, string line)
    {
        if (line.Split('\t') is not [var weight, _, var pattern] || !double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            throw new InvalidDataException($"{path}: not weight, language and pattern: {line}");
        }
        return (value, new Regex(pattern, RegexOptions.CultureInvariant, patience));
    }
}
