using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Adding;

/// <summary>How fast one version of a model is on this machine, by itself.</summary>
/// <param name="MillisecondsAText">The median over the runs.</param>
public sealed record ModelSpeed(string Model, string Version, int Batch, double MillisecondsAText, double TextsASecond);

/// <summary>A quick measure, for choosing; <c>deploy/local/bench</c> is the thorough one.</summary>
public static class ModelBench
{
    private const int Runs = 15;

    private static readonly int[] batches = [1, 8, 64];

    /// <param name="catalogFolder">The folder whose catalog lists it.</param>
    /// <exception cref="ModelRefusedException">It cannot be opened.</exception>
    public static async Task<IReadOnlyList<ModelSpeed>> OfAsync(ModelEntry entry, string catalogFolder, InferenceOptions settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var alone = await AloneModel.OpenAsync(entry, catalogFolder, settings, clock).ConfigureAwait(false);
        var speeds = new List<ModelSpeed>();
        foreach (var batch in batches)
        {
            var times = new double[Runs];
            await AskAsync(alone, batch, -1, cancellationToken).ConfigureAwait(false);
            for (var run = 0; run < Runs; run++)
            {
                var began = clock.GetTimestamp();
                await AskAsync(alone, batch, run, cancellationToken).ConfigureAwait(false);
                times[run] = clock.GetElapsedTime(began).TotalMilliseconds / batch;
            }
            Array.Sort(times);
            speeds.Add(new ModelSpeed(entry.Name, entry.Version, batch, Math.Round(times[Runs / 2], 4), Math.Round(1000 / times[Runs / 2], 1)));
        }
        return speeds;
    }

    /// <summary>Headlines and leads, each another than all before: what is known already would be answered from memory.</summary>
    private static Task<float[]?[]> AskAsync(AloneModel model, int batch, int run, CancellationToken cancellationToken) => ModelProbe.AskAsync(
        model.Workers,
        model.Entry,
        [.. Enumerable.Range(0, batch).Select(i => i % 2 == 0
            ? $"제{run}-{batch}-{i}차 금융통화위원회, 기준금리 동결…\"물가 안정 지켜보겠다\"\n한국은행은 오늘 통화정책방향 회의를 열고 기준금리를 연 2.50%로 유지하기로 했다. 시장의 예상대로였다."
            : $"Round {run}-{batch}-{i}: parliament passes the budget after a night of talks\nThe vote ended weeks of dispute over spending on health, roads and the army, ministers said.")],
        cancellationToken);
}
