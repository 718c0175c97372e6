namespace Orleans.Runtime;

/// <summary>Type and key of a grain; its text is <c>type/key</c>.</summary>
public readonly struct GrainId : IEquatable<GrainId>
{
    private readonly int _hash;

    internal GrainId(string type, string key)
    {
        Type = type;
        Key = key;
        _hash = HashCode.Combine(type.GetHashCode(), key.GetHashCode());
    }

    internal string Type { get; }

    internal string Key { get; }

    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);

    public bool Equals(GrainId other) => _hash == other._hash && Key == other.Key && Type == other.Type;

    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    public override int GetHashCode() => _hash;

    public override string ToString() => $"{Type}/{Key}";

    /// <summary>Reads back what <see cref="ToString"/> wrote; the type never holds a slash.</summary>
    internal static GrainId Parse(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0
            ? new GrainId(text[..slash], text[(slash + 1)..])
            : throw new FormatException($"\"{text}\" is not a grain id of the form type/key.");
    }
}
