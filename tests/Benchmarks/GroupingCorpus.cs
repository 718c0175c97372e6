using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>Items of one language in stream order, and the story that each tells; who tells none has a label of its own.</summary>
/// <param name="Kinds">What each item is, where the corpus tells; empty where not.</param>
internal sealed record GroupingCorpus(string Name, StoryItem[] Items, string[] Gold, string[] Kinds);
