namespace Orleans.Runtime;

/// <summary>A call that answers with a sequence; the class made for the method holds the arguments.</summary>
internal abstract class StreamRequest<T>
{
    public override string ToString() => GetType().Name;

    protected internal abstract IAsyncEnumerable<T> Call(object grain);
}
