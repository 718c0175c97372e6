using System.CommandLine;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Operating;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>crawl</c>: crawl sources now, one after another, and say what came of it; or try policies on them.</summary>
internal static class CrawlCommand
{
    private const string All = "all";

    public static Command Create()
    {
        var ids = new Argument<string[]>("id") { Description = "Sources to crawl; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var policy = new Option<string?>("--policy")
        {
            Description = "For a site, this once: breadth-first, random, best-first or bandit. Several with commas, or 'all', are tried one after another, "
                + "each from nothing and without storing an item.",
        };
        var budget = new Option<int?>("--budget") { Description = "For a site, this once: pages to fetch." };
        var focus = new Option<string?>("--focus") { Description = "For a site, this once: what its pages should be about, a few words." };
        var report = new Option<string?>("--report")
        {
            Description = "Print how many articles were found over the pages fetched; draw it, too, when an SVG file is named.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "The result of each source as one JSON object a line." };
        var command = new Command("crawl", "Crawl sources now and wait for the end.") { ids, policy, budget, focus, report, json };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(policy) is { } given && Policies(given) is null)
            {
                parsed.AddError($"--policy {given}: a policy is breadth-first, random, best-first or bandit; several are separated by commas; 'all' is all.");
            }

            if (parsed.GetValue(budget) is <= 0)
            {
                parsed.AddError("--budget is the number of pages to fetch, 1 or more.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var named = parsed.GetValue(ids) ?? [];
            var policies = parsed.GetValue(policy) is { } given ? Policies(given)! : [];
            var order = new CrawlOrder
            {
                Policy = policies is [var one] ? one : null,
                Focus = string.IsNullOrWhiteSpace(parsed.GetValue(focus)) ? null : parsed.GetValue(focus),
                Budget = parsed.GetValue(budget),
            };
            var sources = (await cluster.ListAsync(cancellationToken)).Select(s => s.Definition).ToDictionary(s => s.Slug);
            var isOrdered = order != CrawlOrder.None || policies.Count > 1;
            var slugs = named.Length > 0 ? named : [.. sources.Values.Where(s => isOrdered ? s.Kind == SourceKind.Site : s.Kind != SourceKind.File).Select(s => s.Slug)];
            if (slugs.Length == 0)
            {
                await Console.Error.WriteLineAsync("trendgrains: there is nothing to crawl; `trendgrains sources add` adds a source.");
                return CommandLine.Failed;
            }

            await using var output = parsed.GetValue(json) ? new OutputFile(null) : null;
            var run = new CrawlRuns(cluster, output, parsed.GetResult(report) is null ? null : new HarvestReport());
            var failed = 0;
            foreach (var slug in slugs)
            {
                var source = order.Of(sources.GetValueOrDefault(slug) ?? new SourceDefinition { Slug = slug, Kind = SourceKind.Site, Url = "" });
                failed += policies.Count > 1
                    ? await run.RehearseAsync(source, policies, order, cancellationToken)
                    : await run.CrawlAsync(source, isOrdered ? order : null, cancellationToken);
            }

            await run.ReportAsync(parsed.GetValue(report), cancellationToken);
            await cluster.SettleAsync(cancellationToken);
            return failed == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>Null when one of them is no policy.</summary>
    private static IReadOnlyList<CrawlPolicy>? Policies(string given)
    {
        var policies = given == All ? Enum.GetValues<CrawlPolicy>().Select(p => (CrawlPolicy?)p) : given.Split(',', StringSplitOptions.TrimEntries).Select(CrawlPolicies.Parse);
        var named = policies.Distinct().ToArray();
        return named.Contains(null) ? null : [.. named.OfType<CrawlPolicy>()];
    }
}
