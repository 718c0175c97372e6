using System.Text.Json;
using System.Xml.Linq;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary><c>crawl --policy … --report</c> and <c>sources proposals</c>, in a process of their own and through a running serve.</summary>
public sealed class CrawlPolicyTests
{
    [DatabaseTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Policies_are_tried_from_nothing_and_reported_as_table_and_picture(bool throughServe)
    {
        await using var place = await Workplace.CreateAsync();
        await using var site = await PretendSite.StartAsync(30);
        await using var serve = throughServe ? await Serve.StartAsync(place.Executable) : null;
        var added = await place.Executable.RunAsync(["sources", "add", site.Address, "--id", "site", "--kind", "site", "--internal", "--paused", "--delay", "0s", "--policy", "bandit"]);
        Assert.True(added.ExitCode == 0, added.Errors);
        var picture = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.svg");

        var crawl = await place.Executable.RunAsync(["crawl", "site", "--policy", "bandit,breadth-first", "--budget", "15", "--report", picture, "--json"]);

        Assert.True(crawl.ExitCode == 0, crawl.Errors);
        var lines = crawl.Lines.Select(l => JsonDocument.Parse(l).RootElement).Where(l => l.TryGetProperty("policy", out _)).ToArray();
        Assert.Equal(["bandit", "breadth-first"], lines.Select(l => l.GetProperty("policy").GetString()));
        Assert.All(lines, l => Assert.InRange(l.GetProperty("pages").GetInt32(), 15, 25));
        Assert.Equal(2, XDocument.Load(picture).Descendants().Count(e => e.Name.LocalName == "polyline"));
        Assert.Equal(0, await place.CountAsync("SELECT count(*) FROM items"));
        Assert.Equal(1, await place.CountAsync("SELECT count(*) FROM sources"));
        File.Delete(picture);
    }

    [DatabaseFact]
    public async Task One_policy_crawls_for_real_and_prints_its_harvest()
    {
        await using var place = await Workplace.CreateAsync();
        await using var site = await PretendSite.StartAsync(30);
        await place.Executable.RunAsync(["sources", "add", site.Address, "--id", "site", "--kind", "site", "--internal", "--paused", "--delay", "0s"]);

        var crawl = await place.Executable.RunAsync(["crawl", "site", "--policy", "best-first", "--budget", "10", "--report"]);

        Assert.True(crawl.ExitCode == 0, crawl.Errors);
        Assert.Contains(crawl.Lines, l => l.Contains("best-first", StringComparison.Ordinal));
        Assert.True(await place.CountAsync("SELECT count(*) FROM items") > 5);
        Assert.Equal(0, await place.CountAsync("SELECT count(*) FROM crawl_choices WHERE policy <> 'best-first' OR propensity <= 0 OR propensity > 1"));
    }

    [DatabaseTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_operator_vetoes_and_accepts_hosts(bool throughServe)
    {
        await using var place = await Workplace.CreateAsync();
        await using var serve = throughServe ? await Serve.StartAsync(place.Executable) : null;

        var veto = await place.Executable.RunAsync(["sources", "veto", "www.vetoed.example"]);
        var accept = await place.Executable.RunAsync(["sources", "accept", "accepted.example"]);
        var wrong = await place.Executable.RunAsync(["sources", "accept", "127.0.0.1"]);
        var listed = await place.Executable.RunAsync(["sources", "proposals", "--json"]);

        Assert.True(veto.ExitCode == 0 && accept.ExitCode == 0, veto.Errors + accept.Errors);
        Assert.Equal(["added accepted-example"], accept.Lines);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("public host", wrong.Errors, StringComparison.Ordinal);
        var states = listed.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(l => l.GetProperty("host").GetString()!, l => l.GetProperty("state").GetString());
        Assert.Equal(new Dictionary<string, string?> { ["vetoed.example"] = "vetoed", ["accepted.example"] = "promoted" }, states);
    }

    [Fact]
    public async Task A_policy_that_is_none_is_wrong_usage()
    {
        var crawl = await new Executable(null, Path.GetTempPath()).RunAsync(["crawl", "site", "--policy", "depth-first"]);

        Assert.Equal(2, crawl.ExitCode);
        Assert.Contains("breadth-first, random, best-first or bandit", crawl.Errors, StringComparison.Ordinal);
    }
}
