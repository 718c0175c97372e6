using System.CommandLine;
using TrendGrains.Inference.Versions;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>models promote</c>: makes a version serve, a part of the items or in the shadow first if asked. A running serve sees it within seconds.</summary>
internal static class ModelsPromoteCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The model." };
        var version = new Argument<string>("version") { Description = "One of those that models list shows." };
        var canary = new Option<double?>("--canary") { Description = "Percent of items that it answers, by a hash of the item; the live version answers the rest." };
        var shadow = new Option<bool>("--shadow") { Description = "Ask it whatever the live version is asked, to compare; its answers are not used." };
        var why = new Option<string>("--why") { Description = "Kept with the decision.", DefaultValueFactory = _ => "by the operator" };
        var json = new Option<bool>("--json") { Description = "How the model stands now, as one JSON object." };
        var command = new Command("promote", "Make a version of a model the live one.") { name, version, canary, shadow, why, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(shadow) && result.GetValue(canary) is not null)
            {
                result.AddError("--canary and --shadow exclude each other.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var models = new ListedModels();
            var (model, to, reason) = (parsed.GetRequiredValue(name), parsed.GetRequiredValue(version), parsed.GetRequiredValue(why));
            var versions = models.Workers.Versions;
            var standing = parsed.GetValue(shadow) ? await versions.ShadowAsync(model, to, reason, cancellationToken)
                : parsed.GetValue(canary) is { } percent ? await versions.CanaryAsync(model, to, percent, reason, cancellationToken)
                : await versions.PromoteAsync(model, to, reason, cancellationToken);
            await StandingLine.WriteAsync(standing, parsed.GetValue(json));
            return CommandLine.Done;
        });
        return command;
    }
}
