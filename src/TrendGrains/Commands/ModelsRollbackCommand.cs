using System.CommandLine;
using TrendGrains.Inference.Versions;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>models rollback</c>: ends a trial, or goes back to the version that served before.</summary>
internal static class ModelsRollbackCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The model." };
        var why = new Option<string>("--why") { Description = "Kept with the decision.", DefaultValueFactory = _ => "by the operator" };
        var json = new Option<bool>("--json") { Description = "How the model stands now, as one JSON object." };
        var command = new Command("rollback", "End a model's canary or shadow; without one, go back to the version that was live before.") { name, why, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var models = new ListedModels();
            var (model, reason) = (parsed.GetRequiredValue(name), parsed.GetRequiredValue(why));
            var versions = models.Workers.Versions;
            if (versions.Of(model) is not { } standing)
            {
                throw new ModelVersionException($"There is no model '{model}'; there are: {string.Join(", ", versions.Standings.Select(s => s.Model))}.");
            }

            await StandingLine.WriteAsync(
                standing.Trial is { } trial
                    ? await versions.EndTrialAsync(model, trial.Version, reason, cancellationToken)
                    : await versions.RollBackAsync(model, standing.Live, reason, cancellationToken),
                parsed.GetValue(json));
            return CommandLine.Done;
        });
        return command;
    }
}
