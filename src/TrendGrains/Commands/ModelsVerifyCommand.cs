using System.CommandLine;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Adding;
using TrendGrains.Inference.Catalog;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>models verify</c>: hashes, a test run, and whether it answers as it did. An external model is asked only where it is named: that may cost.</summary>
internal static class ModelsVerifyCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = "Names, or name@version; all that need no network when absent.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("verify", "Prove that models are whole, open and answer; fails when one does not.") { names, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var models = new ListedModels();
            await using var output = new OutputFile(null);
            var words = parsed.GetValue(names) ?? [];
            var failed = 0;
            foreach (var entry in models.Named(words).Where(m => words.Length > 0 || !m.IsExternal))
            {
                var verdict = entry.IsExternal
                    ? await AskAsync(models, entry, cancellationToken)
                    : await ModelVerification.OfAsync(entry, models.CatalogFolderOf(entry), models.Settings, TimeProvider.System, cancellationToken);
                failed += verdict.Problem is null ? 0 : 1;
                if (parsed.GetValue(json))
                {
                    await output.WriteAsync(verdict);
                }
                else
                {
                    Console.WriteLine($"{(verdict.Problem is null ? "ok    " : "failed")}  {verdict.Model}  {verdict.Version}  {verdict.Problem ?? string.Join(", ", verdict.Checks)}");
                }
            }

            return failed == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task<ModelVerdict> AskAsync(ListedModels models, ModelEntry entry, CancellationToken cancellationToken)
    {
        const string text = "삼성전자, 2분기 영업이익 10조원…시장 예상 웃돌아";
        try
        {
            entry.ThrowIfBroken();
            var why = entry.ClassifiesText
                ? (await models.Workers.ClassifyAsync(entry.Name, [text], CallTerms.Interactive, cancellationToken)).Faults.FirstOrDefault()?.Reason
                : (await models.Workers.EmbedAsync(entry.Name, [text], cancellationToken)).Vectors.Length == 1 ? null : "no vector";
            return new ModelVerdict(entry.Name, entry.Version, ["answers"], why);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new ModelVerdict(entry.Name, entry.Version, [], error.Message);
        }
    }
}
