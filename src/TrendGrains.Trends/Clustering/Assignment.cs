namespace TrendGrains.Trends.Clustering;

/// <summary>Where an item belongs and why.</summary>
/// <param name="Trend"><see cref="TrendKey"/> of the trend it joined or began.</param>
/// <param name="Similarity">0-1, to the trend that came nearest, whether it was joined or not; 0 when nothing was comparable.</param>
/// <param name="Nearest">The item of the trend that is most alike, when it joined one.</param>
public sealed record Assignment(Guid Trend, bool IsNew, float Similarity, SimilarityParts Parts, Guid? Nearest);

/// <summary>What the similarity is made of; each 0-1, 0 where one side lacks the part.</summary>
/// <param name="Title">TF-IDF cosine of the titles.</param>
/// <param name="Body">TF-IDF cosine of title and text.</param>
/// <param name="Dense">Cosine in the embedding space, negative ones as 0.</param>
/// <param name="Recency">1 for a trend that was active just now, falling to 0 as it ages.</param>
public readonly record struct SimilarityParts(float Title, float Body, float Dense, float Recency);
