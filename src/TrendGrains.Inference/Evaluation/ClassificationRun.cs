using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.Evaluation;

/// <summary>Asks a model about every row, one text a call, so that a row's time is its own and its failure nobody else's.</summary>
public static class ClassificationRun
{
    /// <param name="asked">Told after each row how many are done.</param>
    public static async Task<ModelAnswers> OfAsync(
        ComparedModel model, IReadOnlyList<LabelledText> rows, TimeProvider clock, CancellationToken cancellationToken, Action<int>? asked = null)
    {
        var (answers, version, done) = (new ModelAnswer[rows.Count], "unknown", 0);
        if (rows.Count > 0)
        {
            // The first call opens and warms the model: no row pays for that, and none finds its answer kept.
            await AskAsync(model, rows[0] with { Text = $"{rows[0].Text} ." }, clock, cancellationToken).ConfigureAwait(false);
        }
        var before = model.Spent?.Invoke();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows.Count),
            new ParallelOptions { MaxDegreeOfParallelism = model.AtOnce, CancellationToken = cancellationToken },
            async (row, token) =>
            {
                (answers[row], var said) = await AskAsync(model, rows[row], clock, token).ConfigureAwait(false);
                version = said ?? version;
                asked?.Invoke(Interlocked.Increment(ref done));
            }).ConfigureAwait(false);
        return new ModelAnswers(model.Name, version, answers, model.Spent?.Invoke() - before);
    }

    private static async Task<(ModelAnswer Answer, string? Version)> AskAsync(ComparedModel model, LabelledText row, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        try
        {
            var result = await model.ClassifyAsync(row, cancellationToken).ConfigureAwait(false);
            return (Read(model, result, clock.GetElapsedTime(began).TotalMilliseconds), result.Version);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (new ModelAnswer(null, 0, clock.GetElapsedTime(began).TotalMilliseconds, error.Message), null);
        }
    }

    private static ModelAnswer Read(ComparedModel model, ClassifyResult result, double milliseconds)
    {
        if (result.Scores is not [{ Length: > 0 } scores] || scores.Length != result.Labels.Length)
        {
            return new ModelAnswer(null, 0, milliseconds, result.Faults is [var fault, ..] ? fault.Reason : "the model gave no scores");
        }
        var best = Array.IndexOf(scores, scores.Max());
        var (label, score) = model.Read?.Invoke(result) ?? (result.Labels[best], scores[best]);
        return new ModelAnswer(label, score, milliseconds);
    }
}
