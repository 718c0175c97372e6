using System.CommandLine;
using TrendGrains.Inference.Adding;
using TrendGrains.Inference.Catalog;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>models add</c>: takes an operator's model in, once it has been opened and has answered.</summary>
internal static class ModelsAddCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A hub's export: model.onnx or onnx/model.onnx, tokenizer.json, config.json." };
        var name = new Option<string>("--name") { Description = "What callers ask for; a listed model's name makes it a version of that model.", Required = true };
        var task = new Option<string?>("--task") { Description = "topic, tone, severity, text-embedding, …; that of the listed model of the name when absent." };
        var version = new Option<string?>("--version") { Description = "Made from the weights when absent." };
        var labels = new Option<string[]>("--labels") { Description = "Names of its scores, in their order; those of config.json when absent.", AllowMultipleArgumentsPerToken = true };
        var pooling = new Option<string?>("--pooling") { Description = "How a model that embeds makes one vector of many; what 1_Pooling/config.json says when absent, else mean." };
        pooling.AcceptOnlyFromAmong("mean", "cls", "last");
        var prefix = new Option<string?>("--prefix") { Description = "What stands before each text, e.g. 'query: '." };
        var hypothesis = new Option<string?>("--hypothesis") { Description = "With {} for a label: a model of natural language inference chooses among --labels." };
        var like = new Option<string?>("--like") { Description = "A listed model whose inputs and labels it has; for models that come without a tokenizer." };
        var license = new Option<string>("--license") { Description = "Terms of the weights.", DefaultValueFactory = _ => "unknown" };
        var json = new Option<bool>("--json") { Description = "The new entry as one JSON object." };
        var command = new Command("add", $"Copy a model into the folder that {ModelsFolder.OwnVariable} names, after a test run.")
        {
            folder, name, task, version, labels, pooling, prefix, hypothesis, like, license, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var models = new ListedModels();
            if (models.OwnFolder is not { } own)
            {
                await Console.Error.WriteLineAsync($"trendgrains: no folder for models of your own: set {ModelsFolder.OwnVariable} to one.");
                return CommandLine.WrongUsage;
            }

            var asked = parsed.GetRequiredValue(name);
            var purpose = parsed.GetValue(task) ?? models.All.FirstOrDefault(m => m.Name == asked || m.Name == parsed.GetValue(like))?.Task;
            if (purpose is null)
            {
                await Console.Error.WriteLineAsync($"trendgrains: no listed model is named '{asked}', so --task must say what it is for.");
                return CommandLine.WrongUsage;
            }

            var entry = await ModelAdding.AddAsync(
                new ModelToAdd(parsed.GetRequiredValue(folder), asked, purpose)
                {
                    Version = parsed.GetValue(version),
                    Labels = [.. (parsed.GetValue(labels) ?? []).SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
                    Pooling = parsed.GetValue(pooling),
                    Prefix = parsed.GetValue(prefix),
                    Hypothesis = parsed.GetValue(hypothesis),
                    Like = parsed.GetValue(like),
                    License = parsed.GetRequiredValue(license),
                },
                models.ShippedFolder, own, models.Settings, TimeProvider.System, cancellationToken);
            var first = models.All.All(m => m.Name != entry.Name);
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                await output.WriteAsync(ModelLine.Of(entry, first ? "live" : "idle"));
            }
            else
            {
                Console.WriteLine($"added {entry.Name} version {entry.Version} to {own}{(first ? "" : $"; trendgrains models promote {entry.Name} {entry.Version} makes it serve")}");
            }

            return CommandLine.Done;
        });
        return command;
    }
}
