using System.Globalization;

namespace TrendGrains.Reading.Evaluation.Metadata;

/// <summary>What became of a page's date.</summary>
public enum DateMatch
{
    /// <summary>Neither the corpus nor the reading has one.</summary>
    Neither,
    Right,
    Wrong,
    Missed,

    /// <summary>Given where the corpus has none, which may mean that its makers did not look.</summary>
    Extra,
}

public static class DateMatches
{
    /// <summary>Compares to the day, as the page's own zone has it.</summary>
    public static DateMatch Of(DateTimeOffset? found, string? gold)
    {
        if (string.IsNullOrWhiteSpace(gold))
        {
            return found is null ? DateMatch.Neither : DateMatch.Extra;
        }
        if (found is not { } moment)
        {
            return DateMatch.Missed;
        }
        var day = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return gold.Length >= 10 ? Verdict(gold.StartsWith(day, StringComparison.Ordinal)) : Verdict(day.StartsWith(gold, StringComparison.Ordinal));
    }

    private static DateMatch Verdict(bool isRight) => isRight ? DateMatch.Right : DateMatch.Wrong;
}
