namespace Pgvector.EntityFrameworkCore;

/// <summary>Distances for use in LINQ queries that the database runs; outside of one they throw.</summary>
public static class VectorDbFunctionsExtensions
{
    /// <summary>1 minus the cosine of the angle, 0…2: pgvector's <c>&lt;=&gt;</c>.</summary>
    public static double CosineDistance(this object a, object b) =>
        throw new InvalidOperationException($"'{nameof(CosineDistance)}' is for LINQ queries that the database runs.");
}
