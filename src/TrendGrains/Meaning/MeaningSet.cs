namespace TrendGrains.Meaning;

/// <summary>Pairs of sentences with what people said of their likeness, or translations of each other.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Scores">How close people called each pair; null where the pairs are Korean texts and their English translations.</param>
internal sealed record MeaningSet(string Name, IReadOnlyList<string> Left, IReadOnlyList<string> Right, IReadOnlyList<double>? Scores);

/// <summary>Documents and the story that each tells.</summary>
internal sealed record StorySet(string Name, IReadOnlyList<string> Texts, IReadOnlyList<string> Stories);
