using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Adding;

/// <summary>What a check of one model found.</summary>
/// <param name="Checks">What was found good, in words.</param>
/// <param name="Problem">Why it does not pass; null where it does.</param>
public sealed record ModelVerdict(string Model, string Version, IReadOnlyList<string> Checks, string? Problem);

/// <summary>Proves that a listed model is whole, opens, answers, and answers as it did.</summary>
public static class ModelVerification
{
    /// <param name="catalogFolder">The folder whose catalog lists it.</param>
    public static async Task<ModelVerdict> OfAsync(ModelEntry entry, string catalogFolder, InferenceOptions settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var checks = new List<string>();
        ModelVerdict Verdict(string? problem) => new(entry.Name, entry.Version, checks, problem);
        if (entry.Problem is not null)
        {
            return Verdict(entry.Problem);
        }
        checks.Add(entry.Files.Count == 1 ? "1 hash" : $"{entry.Files.Count} hashes");
        try
        {
            foreach (var file in entry.Evaluation)
            {
                entry.EvaluationPath(file.Name);
            }
            if (entry.Evaluation.Count > 0)
            {
                checks.Add(entry.Evaluation.Count == 1 ? "1 hash of an evaluation file" : $"{entry.Evaluation.Count} hashes of evaluation files");
            }
            await using var alone = await AloneModel.OpenAsync(entry, catalogFolder, settings, clock).ConfigureAwait(false);
            var rows = await ModelProbe.RunAsync(alone.Workers, alone.Entry, cancellationToken).ConfigureAwait(false);
            checks.Add($"answers {rows.Count(r => r is not null)} of {rows.Length} probes");
            if (ModelGolden.In(entry.Folder) is { } golden)
            {
                if (golden.Differs(rows) is { } difference)
                {
                    return Verdict($"Model '{entry.Name}' version {entry.Version}: {difference}.");
                }
                checks.Add("as when it was added");
            }
            return Verdict(null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Verdict(error.Message);
        }
    }
}
