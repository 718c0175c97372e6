using Pgvector;

namespace TrendGrains.Storage.Search;

/// <summary>Vectors as the table holds them.</summary>
internal static class HalfVectors
{
    /// <summary>Dimension of the embedding space of texts.</summary>
    public const int Dimension = 128;

    /// <summary>Null for no vector, and for one that has no direction because an element is not a finite half: the extension takes neither.</summary>
    /// <exception cref="ArgumentException">The vector is of another space.</exception>
    public static HalfVector? From(float[]? vector)
    {
        if (vector is null)
        {
            return null;
        }

        if (vector.Length != Dimension)
        {
            throw new ArgumentException($"A text vector has {Dimension} elements, not {vector.Length}.", nameof(vector));
        }

        var halves = Array.ConvertAll(vector, element => (Half)element);
        return Array.TrueForAll(halves, Half.IsFinite) ? new HalfVector(halves) : null;
    }
}
