namespace Orleans.Runtime;

/// <summary>One enumeration on the caller's side.</summary>
internal sealed class GrainStreamReader<T>(GrainReference grain, StreamSession<T> session) : IAsyncEnumerator<T>
{
    private List<T> _batch = [];
    private int _position = -1;
    private bool _last;
    private bool _started;

    public T Current => _batch[_position];

    public async ValueTask<bool> MoveNextAsync()
    {
        if (++_position < _batch.Count)
        {
            return true;
        }

        if (_last)
        {
            return false;
        }

        _started = true;
        var next = await grain.Send(new StreamStep<T>(session), session.CallerToken);
        (_batch, _last, _position) = (next.Items, next.IsLast, 0);
        return _batch.Count > 0;
    }

    public ValueTask DisposeAsync() => _started && !_last
        ? new(grain.Send(new StreamEnd<T>(session), CancellationToken.None))
        : ValueTask.CompletedTask;
}
