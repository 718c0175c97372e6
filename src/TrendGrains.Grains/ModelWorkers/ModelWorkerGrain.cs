using Orleans.Concurrency;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference;

namespace TrendGrains.Grains.ModelWorkers;

/// <summary>
/// A door to this process' queue for one model. Workers are many and stateless; queue and session are one per model per
/// process, so that callers of every worker share batches.
/// </summary>
[StatelessWorker, Reentrant]
internal sealed class ModelWorkerGrain(Inference.ModelWorkers workers) : Grain, IModelWorkerGrain
{
    public Task<EmbedResult> EmbedAsync(EmbedBatch batch, CancellationToken cancellationToken) =>
        workers.EmbedAsync(this.GetPrimaryKeyString(), batch.Texts, batch.Terms ?? CallTerms.Bulk, cancellationToken);

    public Task<ScoreResult> ScoreAsync(ScoreBatch batch, CancellationToken cancellationToken) =>
        workers.ScoreAsync(this.GetPrimaryKeyString(), batch.Rows, batch.Terms ?? CallTerms.Bulk, cancellationToken);

    public Task<ClassifyResult> ClassifyAsync(TextBatch batch, CancellationToken cancellationToken) =>
        workers.ClassifyAsync(this.GetPrimaryKeyString(), batch.Texts, batch.Terms ?? CallTerms.Bulk, cancellationToken);
}
