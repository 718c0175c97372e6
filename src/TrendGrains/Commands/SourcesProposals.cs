using System.CommandLine;
using Spectre.Console;
using TrendGrains.Operating;
using TrendGrains.Output;
using TrendGrains.Storage.Scouting;

namespace TrendGrains.Commands;

/// <summary><c>sources proposals|veto|accept</c>: hosts that articles name, and what the operator makes of them.</summary>
internal static class SourcesProposals
{
    public static Command List()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var count = new Option<int>("--count") { Description = "How many, at most.", DefaultValueFactory = _ => 50 };
        var state = new Option<string?>("--state") { Description = "Only proposed, trial, promoted, dropped or vetoed." };
        state.AcceptOnlyFromAmong(SourceProposal.Proposed, SourceProposal.Trial, SourceProposal.Promoted, SourceProposal.Dropped, SourceProposal.Vetoed);
        var command = new Command("proposals", "List the hosts that articles name in their text, and which of them are tried as sources.") { json, count, state };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var proposals = await cluster.ProposalsAsync(Math.Max(1, parsed.GetValue(count)), parsed.GetValue(state), cancellationToken);
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                foreach (var proposal in proposals)
                {
                    await output.WriteAsync(proposal);
                }
            }
            else
            {
                Print(proposals);
            }

            return CommandLine.Done;
        });
        return command;
    }

    public static Command Veto() => OfHost("veto", "Never try a host as a source; ends its trial, or removes the source that it became.", async (cluster, host, cancellationToken) =>
    {
        await cluster.VetoAsync(host, cancellationToken);
        return $"vetoed {host}";
    });

    public static Command Accept() => OfHost("accept", "Make a host that was proposed, or any other, a source.", async (cluster, host, cancellationToken) =>
        $"added {await cluster.AcceptAsync(host, cancellationToken)}");

    private static Command OfHost(string verb, string description, Func<IOperator, string, CancellationToken, Task<string>> act)
    {
        var host = new Argument<string>("host") { Description = "E.g. news.example.com." };
        var command = new Command(verb, description) { host };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            Console.WriteLine(await act(cluster, parsed.GetRequiredValue(host), cancellationToken));
            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(IReadOnlyList<SourceProposal> proposals)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in new[] { "host", "state", "articles", "sources", "last", "pages", "worth" })
        {
            table.AddColumn(new TableColumn(name).NoWrap());
        }

        table.AddColumn("why");
        foreach (var proposal in proposals)
        {
            table.AddRow(
                Markup.Escape(proposal.Host), proposal.State, proposal.Articles.ToString("N0"), proposal.Sources.ToString("N0"),
                proposal.LastSeen?.ToString("yyyy-MM-dd") ?? "-", proposal.Pages.ToString("N0"), proposal.Reward.ToString("N1"), Markup.Escape(proposal.Reason ?? ""));
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"{proposals.Count} host{(proposals.Count == 1 ? "" : "s")}");
    }
}
