using TrendGrains.Inference.Versions;

namespace TrendGrains.Output;

/// <summary>How a model stands after a decision, as JSON or in words.</summary>
internal static class StandingLine
{
    public static async Task WriteAsync(ModelStanding standing, bool json)
    {
        if (json)
        {
            await using var output = new OutputFile(null);
            await output.WriteAsync(standing);
            return;
        }

        Console.WriteLine($"{standing.Model}: {standing.Live} is live{standing.Trial switch
        {
            null => "",
            { Kind: TrialKind.Shadow } shadow => $", {shadow.Version} in its shadow",
            { } canary => $", {canary.Version} answers {canary.Percent:0.##} % of items",
        }}{(standing.Earlier.Count == 0 ? "" : $"; before it: {string.Join(", ", standing.Earlier)}")}");
    }
}
