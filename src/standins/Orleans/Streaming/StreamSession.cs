using Orleans.Serialization;

namespace Orleans.Runtime;

/// <summary>One enumeration on the grain's side. Used only in turns of its activation, one step at a time.</summary>
internal sealed class StreamSession<T>(StreamRequest<T> request, CancellationToken cancellationToken) : IDisposable
{
    // Orleans' default MaxBatchSize.
    private const int MaxBatch = 100;

    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private Activation? _activation;
    private IAsyncEnumerator<T>? _items;
    private Task<bool>? _moving;
    private bool _closed;

    public CancellationToken CallerToken => cancellationToken;

    /// <summary>What is ready: at least one item unless the sequence has ended.</summary>
    public async Task<StreamBatch<T>> NextAsync(Activation activation)
    {
        if (_activation is not null && _activation != activation)
        {
            throw new EnumerationAbortedException($"The activation that served {request} has ended.");
        }

        try
        {
            if (_activation is null)
            {
                _activation = activation;
                activation.Attach(this);
                _items = request.Call(activation.Instance!).GetAsyncEnumerator(_end.Token);
            }

            return await FillAsync([]);
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    /// <summary>Ends the enumeration, after a step that is under way.</summary>
    public async Task CloseAsync()
    {
        if (_closed || _items is null || _activation != ActivationContext.Current)
        {
            return;
        }

        _closed = true;
        _activation!.Detach(this);
        await _end.CancelAsync();
        if (_moving is { } moving)
        {
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await _items.DisposeAsync();
        _end.Dispose();
    }

    /// <summary>The activation begins to end: tells the method's token.</summary>
    public void Dispose()
    {
        if (!_closed)
        {
            _end.Cancel();
        }
    }

    private async Task<StreamBatch<T>> FillAsync(List<T> batch)
    {
        while (batch.Count < MaxBatch)
        {
            var moving = _moving ??= _items!.MoveNextAsync().AsTask();
            if (batch.Count > 0 && !moving.IsCompletedSuccessfully)
            {
                // Not ready, or failed: what is here goes first, the next step meets the rest.
                return new(batch, false);
            }

            var more = await moving;
            _moving = null;
            if (!more || _closed)
            {
                await CloseAsync();
                return new(batch, true);
            }

            batch.Add(DeepCopy.Of(_items!.Current));
        }

        return new(batch, false);
    }
}
