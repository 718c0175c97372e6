using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TrendGrains.Inference.Caching;

/// <summary>Writes results down behind their callers, who have them already. What waits is bounded: a store that cannot keep up costs a later run, not memory.</summary>
internal sealed class ResultKeeping : IAsyncDisposable
{
    /// <summary>Calls whose results may wait, each of a batch at most.</summary>
    private const int MostWaiting = 256;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    private readonly Channel<Results> waiting = Channel.CreateBounded<Results>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly CancellationTokenSource stop = new();
    private readonly IResultStore store;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Task writing;

    public ResultKeeping(IResultStore store, TimeProvider clock, ILogger logger)
    {
        (this.store, this.clock, this.logger) = (store, clock, logger);
        writing = Task.Run(WriteAsync);
    }

    public void Keep(string model, string version, IReadOnlyList<KeyValuePair<Guid, float[]>> results)
    {
        if (results.Count > 0 && !waiting.Writer.TryWrite(new Results(model, version, results)))
        {
            Log.ResultsLeftOut(logger, model, results.Count);
        }
    }

    /// <summary>What waits is written first, as far as the store takes it in some seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        using var late = new CancellationTokenSource(patience, clock);
        try
        {
            await writing.WaitAsync(late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var (model, version, results) in waiting.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                await store.KeepAsync(model, version, results, stop.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                Log.ResultsNotKept(logger, e, model);
            }
        }
    }

    private readonly record struct Results(string Model, string Version, IReadOnlyList<KeyValuePair<Guid, float[]>> Numbers);
}
