using System.Reflection;
using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Grains.Tests.Ingest;

/// <summary>Model workers of this process behind a factory; the one that is named is busy once.</summary>
internal class BusyWorkers : DispatchProxy
{
    private readonly List<string> asked = [];
    private Inference.ModelWorkers? models;
    private string? busy;

    /// <summary>Models in the order in which they were asked, once for each call that was answered.</summary>
    public IReadOnlyList<string> Asked => asked;

    public static (IGrainFactory Grains, BusyWorkers Workers) Over(Inference.ModelWorkers models, string busyOnce)
    {
        var grains = Create<IGrainFactory, BusyWorkers>();
        var workers = (BusyWorkers)(object)grains;
        (workers.models, workers.busy) = (models, busyOnce);
        return (grains, workers);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new Worker(this, (string)args![0]!);

    private sealed class Worker(BusyWorkers all, string model) : IModelWorkerGrain
    {
        public Task<EmbedResult> EmbedAsync(EmbedBatch batch, CancellationToken cancellationToken) => all.models!.EmbedAsync(model, batch.Texts, cancellationToken);

        public Task<ClassifyResult> ClassifyAsync(TextBatch batch, CancellationToken cancellationToken) =>
            all.models!.ClassifyAsync(model, batch.Texts, batch.Terms ?? CallTerms.Bulk, cancellationToken);

        public Task<ScoreResult> ScoreAsync(ScoreBatch batch, CancellationToken cancellationToken)
        {
            if (all.busy == model)
            {
                all.busy = null;
                throw new ModelBusyException(model, TimeSpan.FromSeconds(1));
            }

            all.asked.Add(model);
            return all.models!.ScoreAsync(model, batch.Rows, cancellationToken);
        }
    }
}
