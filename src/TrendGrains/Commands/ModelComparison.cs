using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using System.Text;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Adding;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary>What an evaluation of labels offers besides: models side by side on its rows, small ones, own ones and external ones.</summary>
internal sealed class ModelComparison
{
    private readonly Option<string[]> models = new("--model")
    {
        Description = "Instead: compare models on the same rows, the first with each other one; a name of models list, or name@version. Repeat it.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int?> most = new("--rows") { Description = "With --model: so many rows at most, always the same ones, spread over the file." };

    public void AddTo(Command command)
    {
        command.Add(models);
        command.Add(most);
    }

    public bool Asked(ParseResult parsed) => parsed.GetValue(models) is { Length: > 0 };

    /// <summary>The same for a validator.</summary>
    public bool Asked(SymbolResult parsed) => parsed.GetValue(models) is { Length: > 0 };

    /// <param name="read">What a model's scores say in the words of the rows' labels; null takes the highest.</param>
    /// <param name="signals">How the small models of the task that take no text are asked about a row; null where there are none.</param>
    public async Task<int> RunAsync(
        ParseResult parsed, IReadOnlyList<LabelledText> all, bool json, CancellationToken cancellationToken,
        Func<ClassifyResult, (string Label, double Score)>? read = null, Func<ModelEntry, ComparedModel>? signals = null)
    {
        await using var listed = new ListedModels();
        var rows = Spread(all, parsed.GetValue(most));
        var answers = new List<ModelAnswers>();
        foreach (var name in parsed.GetRequiredValue(models))
        {
            answers.Add(await AnswerAsync(listed, name, rows, read, signals, cancellationToken));
        }

        var comparison = ClassificationComparison.Of(rows, answers);
        if (json)
        {
            await using var output = new OutputFile(null);
            await output.WriteAsync(comparison);
        }
        else
        {
            ComparisonTable.Print(comparison);
        }

        return comparison.Models.Any(m => m.Failed == m.Rows) ? CommandLine.Failed : CommandLine.Done;
    }

    private static async Task<ModelAnswers> AnswerAsync(
        ListedModels listed, string name, IReadOnlyList<LabelledText> rows, Func<ClassifyResult, (string Label, double Score)>? read, Func<ModelEntry, ComparedModel>? signals, CancellationToken cancellationToken)
    {
        var versions = listed.Named([name]);
        var entry = versions.FirstOrDefault(v => listed.RoleOf(v) == "live") ?? versions[0];
        if (read is null && !entry.Labels.Intersect(rows.Select(r => r.Label)).Any())
        {
            throw new ModelCatalogException($"Model '{name}' answers {(entry.Labels.Count == 0 ? "no labels" : string.Join(", ", entry.Labels))}; the rows are labelled {string.Join(", ", rows.Select(r => r.Label).Distinct().Take(9))}.");
        }

        await using var alone = name.Contains('@', StringComparison.Ordinal) && !entry.IsExternal
            ? await AloneModel.OpenAsync(entry, listed.CatalogFolderOf(entry), listed.Settings, TimeProvider.System)
            : null;
        var model = Compared(listed, entry, alone, name, signals);
        ModelAnswers? answers = null;
        await WorkProgress.RunAsync(name, async report => answers = await ClassificationRun.OfAsync(
            model with { Read = model.Read ?? read }, rows, TimeProvider.System, cancellationToken, done => report(done, rows.Count, $"{done:N0} of {rows.Count:N0} rows")));
        foreach (var group in answers!.Rows.Where(r => r.Problem is not null).GroupBy(r => r.Problem).OrderByDescending(g => g.Count()).Take(3))
        {
            await Console.Error.WriteLineAsync($"trendgrains: {name}: {group.Count():N0} rows without an answer: {group.Key}");
        }

        return answers;
    }

    private static ComparedModel Compared(ListedModels listed, ModelEntry entry, AloneModel? alone, string name, Func<ModelEntry, ComparedModel>? signals) => entry switch
    {
        { IsExternal: true } => ComparedModel.Of(listed.Workers, entry.Name) with { Spent = () => listed.External.UsageOf(entry.Name)?.Cost ?? 0, AtOnce = listed.External.AtOnceOf(entry.Name) },
        { ClassifiesText: true } => ComparedModel.Of(alone?.Workers ?? listed.Workers, entry.Name) with { Name = name },
        { Features.Count: > 0 } when signals is not null && alone is null => signals(entry),
        _ => throw new ModelCatalogException($"Model '{name}' is for the task '{entry.Task}' and cannot be asked for labels of these rows."),
    };

    /// <summary>Chosen by a hash of the id: the same rows whatever the file's order, and a larger sample holds a smaller one.</summary>
    private static IReadOnlyList<LabelledText> Spread(IReadOnlyList<LabelledText> rows, int? most) => most is not { } count || count >= rows.Count
        ? rows
        : [.. rows.OrderBy(r => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(r.Id))), StringComparer.Ordinal).Take(Math.Max(1, count))];
}
