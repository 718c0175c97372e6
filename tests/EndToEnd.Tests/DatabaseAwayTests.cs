using System.Net;
using Npgsql;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

public sealed class DatabaseAwayTests
{
    [DatabaseFact]
    public async Task Serve_waits_for_a_database_that_is_down_at_start_and_says_so()
    {
        await using var place = await Workplace.CreateAsync();
        await using var gate = Gate(place, open: false);
        await using var serve = Serve.Begin(new Executable(Through(place, gate), place.Folder));
        await serve.StartingAsync();

        await Eventually(async () => await serve.StatusAsync("/health/live") == HttpStatusCode.OK, serve);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await serve.StatusAsync("/health/ready"));
        await Eventually(() => Task.FromResult(serve.Written.Contains("Waiting for the database", StringComparison.Ordinal)), serve);
        Assert.Contains($"127.0.0.1:{gate.Port}", serve.Written, StringComparison.Ordinal);
        Assert.Contains("Waiting for the database", await serve.GetAsync("/"), StringComparison.Ordinal);

        gate.Open();
        await serve.ListeningAsync();
        Assert.Equal(HttpStatusCode.OK, await serve.StatusAsync("/health/ready"));
    }

    [DatabaseFact]
    public async Task Serve_told_to_stop_while_it_waits_stops()
    {
        await using var place = await Workplace.CreateAsync();
        await using var gate = Gate(place, open: false);
        await using var serve = Serve.Begin(new Executable(Through(place, gate), place.Folder));
        await Eventually(() => Task.FromResult(serve.Written.Contains("Waiting for the database", StringComparison.Ordinal)), serve);

        Assert.Equal(0, await serve.StopAsync());
        Assert.Contains("stopped before it could start", serve.Written, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_crawl_outlives_a_database_that_goes_away_and_loses_nothing()
    {
        await using var site = await PretendSite.StartAsync(60);
        await using var calm = await Workplace.CreateAsync();
        await AddAsync(calm.Executable, site.Address);
        await calm.Executable.RunAsync(["crawl", "site"]);

        await using var place = await Workplace.CreateAsync();
        await using var gate = Gate(place, open: true);
        var executable = new Executable(Through(place, gate), place.Folder);
        await AddAsync(executable, site.Address);
        var served = site.Requests.Count;
        var crawling = executable.RunAsync(["crawl", "site", "--json"]);
        await site.Requests.ReachedAsync(served + 10);
        gate.Shut();
        await Task.Delay(TimeSpan.FromSeconds(3));
        gate.Open();
        var crawl = await crawling;

        Assert.True(crawl.ExitCode == 0, crawl.Errors);
        Assert.Equal(await calm.ItemsAsync(), await place.ItemsAsync());
    }

    [Fact]
    public async Task A_verb_without_a_database_says_which_variable_names_it()
    {
        var outcome = await new Executable(null, Path.GetTempPath()).RunAsync(["sources", "list"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("TRENDGRAINS_DATABASE", outcome.Errors, StringComparison.Ordinal);
    }

    private static TcpGate Gate(Workplace place, bool open)
    {
        var settings = new NpgsqlConnectionStringBuilder(place.Database.ConnectionString);
        return new TcpGate(settings.Host!, settings.Port, open);
    }

    private static string Through(Workplace place, TcpGate gate) =>
        new NpgsqlConnectionStringBuilder(place.Database.ConnectionString) { Host = "127.0.0.1", Port = gate.Port }.ConnectionString;

    private static async Task AddAsync(Executable executable, string address)
    {
        var added = await executable.RunAsync(["sources", "add", address, "--id", "site", "--kind", "site", "--internal", "--paused", "--delay", "0s"]);
        Assert.True(added.ExitCode == 0, added.Errors);
    }

    /// <summary>The other side is a process: all there is to wait on is its answer, so ask again until it comes or a minute has passed.</summary>
    private static async Task Eventually(Func<Task<bool>> holds, Serve serve)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                if (await holds())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
            }

            Assert.False(patience.IsCancellationRequested, $"Not within a minute; serve wrote:\n{serve.Written}");
            await Task.Delay(100);
        }
    }
}
