using System.Text.Json;

namespace TrendGrains.Inference.Adding;

/// <summary>What a model gave when it was added, kept beside it: a machine, a runtime or a tokenizer that computes otherwise is found out.</summary>
internal sealed record ModelGolden(IReadOnlyList<ModelGolden.Row> Rows)
{
    public const string FileName = "golden.json";

    /// <summary>Processors round differently, and quantised models more so.</summary>
    private const double Tolerance = 0.02;

    public static ModelGolden Of(IReadOnlyList<float[]?> rows) => new([.. rows.Select(r => new Row(r))]);

    /// <summary>Null where the model's folder holds none.</summary>
    /// <exception cref="ModelRefusedException">It cannot be read.</exception>
    public static ModelGolden? In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ModelGolden>(File.ReadAllText(path), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException error)
        {
            throw new ModelRefusedException($"{path} cannot be read: {error.Message}", error);
        }
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, JsonSerializerOptions.Web));

    /// <summary>Where these numbers are others than those; null where they agree.</summary>
    public string? Differs(IReadOnlyList<float[]?> rows)
    {
        if (rows.Count != Rows.Count)
        {
            return $"{rows.Count} rows, {Rows.Count} when it was added";
        }
        for (var row = 0; row < rows.Count; row++)
        {
            var (now, then) = (rows[row], Rows[row].Numbers);
            if (now is null != then is null || now?.Length != then?.Length)
            {
                return $"row {row} has {now?.Length ?? 0} numbers, {then?.Length ?? 0} when it was added";
            }
            for (var i = 0; i < (now?.Length ?? 0); i++)
            {
                if (Math.Abs(now![i] - then![i]) > Tolerance)
                {
                    return $"number {i} of row {row} is {now[i]:0.####}, {then[i]:0.####} when it was added";
                }
            }
        }
        return null;
    }

    internal sealed record Row(float[]? Numbers);
}
