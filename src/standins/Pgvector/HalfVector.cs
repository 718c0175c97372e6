using System.Globalization;

namespace Pgvector;

/// <summary>A vector of half-precision numbers: the value of a <c>halfvec</c> column. Equal when every element is.</summary>
public class HalfVector(ReadOnlyMemory<Half> elements) : IEquatable<HalfVector>
{
    public ReadOnlyMemory<Half> Memory { get; } = elements;

    public bool Equals(HalfVector? other) => other is not null && Memory.Span.SequenceEqual(other.Memory.Span);

    public override bool Equals(object? obj) => Equals(obj as HalfVector);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in Memory.Span)
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }

    /// <summary>As Postgres spells it: <c>[1,0.5]</c>.</summary>
    public override string ToString() =>
        $"[{string.Join(',', Memory.ToArray().Select(e => e.ToString(CultureInfo.InvariantCulture)))}]";
}
