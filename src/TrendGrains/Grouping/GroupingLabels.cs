namespace TrendGrains.Grouping;

/// <summary>The gold and the predicted cluster of each item, side by side; who belongs to none is a cluster of its own.</summary>
internal sealed class GroupingLabels
{
    private readonly List<string> gold = [];
    private readonly List<string> predicted = [];

    public int Count => gold.Count;
    public IReadOnlyList<string> Gold => gold;
    public IReadOnlyList<string> Predicted => predicted;

    public void Add(string? story, string? trend)
    {
        gold.Add(Label(story));
        predicted.Add(Label(trend));
    }

    private string Label(string? cluster) => cluster is null ? $"alone {gold.Count}" : $"in {cluster}";
}
