namespace TrendGrains.TestKit.Hostile;

/// <summary>Every hostile page, in the order of the table.</summary>
public static class HostileCorpus
{
    public static IReadOnlyList<HostileRow> Rows { get; } = [.. HostileNesting.Rows, .. HostileTags.Rows, .. HostileText.Rows, .. HostileEmbeds.Rows, .. HostileBytes.Rows];
}
