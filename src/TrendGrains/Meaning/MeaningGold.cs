using System.Text.Json;
using TrendGrains.Input;

namespace TrendGrains.Meaning;

/// <summary>A gold file of <c>evaluate embed</c>: {sentence1, sentence2, score}, or {ko, en}; one kind a file.</summary>
internal static class MeaningGold
{
    /// <summary>The rows that can be read, and a sentence for each that cannot.</summary>
    public static async Task<(MeaningSet Set, List<string> Problems)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (left, right, scores, problems) = (new List<string>(), new List<string>(), new List<double>(), new List<string>());
        await using var input = InputFile.Open(path);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            var problem = JsonLine.Read(line, root =>
            {
                var scored = JsonLine.Text(root, "sentence1") is not null;
                if (JsonLine.Text(root, scored ? "sentence1" : "ko") is not { } one || JsonLine.Text(root, scored ? "sentence2" : "en") is not { } two)
                {
                    return "neither {sentence1, sentence2, score} nor {ko, en}";
                }

                if (left.Count > 0 && scored != scores.Count > 0)
                {
                    return "of the other kind than the rows before it";
                }

                if (scored)
                {
                    if (!root.TryGetProperty("score", out var score) || score.ValueKind != JsonValueKind.Number)
                    {
                        return "no number \"score\"";
                    }

                    scores.Add(score.GetDouble());
                }

                left.Add(one);
                right.Add(two);
                return null;
            });
            if (problem is not null)
            {
                problems.Add($"{path}:{line.Number}: {problem}");
            }
        }

        return (new MeaningSet(Path.GetFileName(path), left, right, scores.Count > 0 ? scores : null), problems);
    }
}
