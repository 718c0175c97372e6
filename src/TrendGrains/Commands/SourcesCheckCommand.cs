using System.CommandLine;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Operating;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>sources check</c>: what would happen live, source by source.</summary>
internal static class SourcesCheckCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("id") { Description = "Ids of sources; all when absent.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var live = new Option<bool>("--live") { Description = "Resolve names, and read robots.txt where it binds; nothing else is fetched." };
        var command = new Command("check", "Say of each source what a crawl would do now; fails when one would be refused.") { ids, json, live };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var checks = await cluster.CheckAsync(parsed.GetValue(ids) ?? [], parsed.GetValue(live), cancellationToken);
            await using var output = new OutputFile(null);
            foreach (var check in checks)
            {
                if (parsed.GetValue(json))
                {
                    await output.WriteAsync(check);
                }
                else
                {
                    Console.WriteLine(Line(check));
                }
            }

            return checks.Any(c => c.Verdict == CheckVerdict.Refused) ? CommandLine.Failed : CommandLine.Done;
        });
        return command;
    }

    /// <summary>E.g. <c>ok       korea  reddit by feed  first https://…  due 2026-03-02 10:15 UTC  robots.txt is not asked …</c>.</summary>
    private static string Line(SourceCheck check) => string.Join(
        "  ",
        new[]
        {
            $"{AccessModes.Word(check.Verdict),-7}",
            check.Slug,
            $"{AccessModes.Word(check.Kind)} by {AccessModes.Word(check.Access)}",
            check.First is null ? null : $"first {check.First}",
            check.NextDue is { } due ? $"due {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : null,
            string.Join(' ', check.Findings.OrderByDescending(f => f.Verdict).Select(f => f.Why)),
        }.OfType<string>());
}
