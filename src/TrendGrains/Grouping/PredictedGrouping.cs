using TrendGrains.Input;

namespace TrendGrains.Grouping;

/// <summary>Each item's last trend, merges followed to their end.</summary>
internal sealed class PredictedGrouping
{
    private readonly Dictionary<string, string?> trends = [];
    private readonly Dictionary<string, string> merges = [];

    public void Add(AssignmentLine line)
    {
        if (line.Id is { } id)
        {
            trends[id] = line.Trend;
        }
        else
        {
            merges[line.Trend!] = line.MergedInto!;
        }
    }

    /// <summary>Null when nothing was said of the item.</summary>
    public string? TrendOf(string id)
    {
        var trend = trends.GetValueOrDefault(id);
        // Bounded by the number of merges: two that name each other go round.
        for (var steps = merges.Count; trend is not null && steps > 0 && merges.TryGetValue(trend, out var into); steps--)
        {
            trend = into;
        }

        return trend;
    }
}
