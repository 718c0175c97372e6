namespace Orleans.Runtime;

/// <summary>The sequence as the caller sees it; each enumeration runs the method anew on the grain.</summary>
internal sealed class GrainStream<T>(GrainReference grain, StreamRequest<T> request) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new GrainStreamReader<T>(grain, new StreamSession<T>(request, cancellationToken));
}
