using System.Collections.Concurrent;
using System.Reflection;
using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Grains.Tests.Ingest;

/// <summary>Workers for models that answer as told.</summary>
internal class ScriptedWorkers : DispatchProxy
{
    private Func<string, TextBatch, CancellationToken, Task<ClassifyResult>>? answer;
    private Func<ScoreBatch, Task<ScoreResult>>? score;

    /// <summary>The calls as they came in: which model, which texts.</summary>
    public ConcurrentQueue<(string Model, string[] Texts)> Calls { get; } = [];

    /// <summary>Of each of them.</summary>
    public ConcurrentQueue<CallTerms?> Terms { get; } = [];

    public static (IGrainFactory Grains, ScriptedWorkers Workers) Answering(Func<string, TextBatch, CancellationToken, Task<ClassifyResult>> answer)
    {
        var grains = Create<IGrainFactory, ScriptedWorkers>();
        var workers = (ScriptedWorkers)(object)grains;
        workers.answer = answer;
        return (grains, workers);
    }

    public static IGrainFactory Scoring(Func<ScoreBatch, Task<ScoreResult>> score)
    {
        var grains = Create<IGrainFactory, ScriptedWorkers>();
        ((ScriptedWorkers)(object)grains).score = score;
        return grains;
    }

    /// <summary>The first label of each text is sure; those that are named have the fault instead.</summary>
    public static ClassifyResult Sure(string model, TextBatch batch, params RowFault[] faults)
    {
        var labels = ListedModels.LabelsOf(model);
        float[] sure = [1, .. new float[labels.Length - 1]];
        return new ClassifyResult(model, "1", labels, [.. batch.Texts.Select((_, row) => faults.Any(f => f.Row == row) ? null : sure)], faults);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new Worker(this, (string)args![0]!);

    private sealed class Worker(ScriptedWorkers all, string model) : IModelWorkerGrain
    {
        public Task<EmbedResult> EmbedAsync(EmbedBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ScoreResult> ScoreAsync(ScoreBatch batch, CancellationToken cancellationToken) => all.score!(batch);

        public Task<ClassifyResult> ClassifyAsync(TextBatch batch, CancellationToken cancellationToken)
        {
            all.Calls.Enqueue((model, batch.Texts));
            all.Terms.Enqueue(batch.Terms);
            return all.answer!(model, batch, cancellationToken);
        }
    }
}
