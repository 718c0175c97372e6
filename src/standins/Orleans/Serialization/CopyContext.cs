namespace Orleans.Serialization;

/// <summary>What was copied so far, so that one object becomes one copy even when it is reached twice.</summary>
internal sealed class CopyContext
{
    private Dictionary<object, object>? _copies;

    public object? Find(object original) => _copies is not null && _copies.TryGetValue(original, out var copy) ? copy : null;

    public void Record(object original, object copy) => (_copies ??= new(ReferenceEqualityComparer.Instance))[original] = copy;
}
