namespace Orleans.Runtime;

/// <summary>Items that travel together; they were copied one by one.</summary>
[GenerateSerializer, Immutable]
internal sealed class StreamBatch<T>(List<T> items, bool isLast)
{
    public List<T> Items => items;

    public bool IsLast => isLast;
}
