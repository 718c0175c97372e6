using Microsoft.Extensions.Options;
using Npgsql;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests.Sources;

public sealed class PartitionMaintenanceTests : IAsyncLifetime
{
    // A database for each test: they move the months.
    private readonly MigratedDatabase database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task This_month_and_the_next_two_are_there_after_migrating() =>
        Assert.Equal("crawl_log_2026_11,crawl_log_2026_12,crawl_log_2027_01", await MonthsAsync());

    [DatabaseFact]
    public async Task The_log_of_choices_has_the_same_months_as_the_crawl_log()
    {
        Assert.Equal("crawl_choices_2026_11,crawl_choices_2026_12,crawl_choices_2027_01", await MonthsAsync("crawl_choices"));

        await EnsureAsync(MigratedDatabase.Start.AddMonths(7));

        Assert.Equal("crawl_choices_2026_12,crawl_choices_2027_01,crawl_choices_2027_06,crawl_choices_2027_07,crawl_choices_2027_08", await MonthsAsync("crawl_choices"));
    }

    [DatabaseFact]
    public async Task A_line_lies_in_its_month_and_a_line_of_any_other_time_is_not_refused()
    {
        await AppendAsync(MigratedDatabase.Start, MigratedDatabase.Start.AddYears(-3), MigratedDatabase.Start.AddYears(3));

        Assert.Equal("crawl_log_2026_11=1,crawl_log_default=2", await PlacesAsync());
    }

    [DatabaseFact]
    public async Task A_line_that_came_before_its_month_moves_into_it()
    {
        await AppendAsync(MigratedDatabase.Start.AddMonths(4));

        await EnsureAsync(MigratedDatabase.Start.AddMonths(3));

        Assert.Equal("crawl_log_2027_03=1", await PlacesAsync());
    }

    [DatabaseFact]
    public async Task Months_past_retention_are_dropped_with_their_late_lines()
    {
        await AppendAsync(MigratedDatabase.Start, MigratedDatabase.Start.AddYears(-3), MigratedDatabase.Start.AddMonths(1));

        await EnsureAsync(MigratedDatabase.Start.AddMonths(7));

        Assert.Equal("crawl_log_2026_12,crawl_log_2027_01,crawl_log_2027_06,crawl_log_2027_07,crawl_log_2027_08", await MonthsAsync());
        Assert.Equal("crawl_log_2026_12=1", await PlacesAsync());
    }

    [DatabaseFact]
    public async Task Lines_can_be_written_while_months_are_made_by_several_processes()
    {
        var later = MigratedDatabase.Start.AddMonths(5);
        var writing = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await AppendAsync(later, later.AddMonths(1));
            }
        }));
        var making = Enumerable.Range(0, 3).Select(_ => Task.Run(() => EnsureAsync(later)));

        await Task.WhenAll(writing.Concat(making));

        Assert.Equal("crawl_log_2027_04=100,crawl_log_2027_05=100", await PlacesAsync());
    }

    private Task EnsureAsync(DateTimeOffset now) => new PartitionMaintenance(
        database.Get<NpgsqlDataSource>(), Options.Create(new CrawlLogOptions { RetentionMonths = 6 }), new ManualTimeProvider(now)).EnsureAsync(default);

    private Task AppendAsync(params DateTimeOffset[] times) => database.Get<CrawlLogStore>().AppendAsync(
        [.. times.Select(at => new CrawlLogEntry { Source = "s", Url = "https://a.example/", At = at, Reason = CrawlReason.Fetched })], default);

    private Task<string> MonthsAsync(string table = "crawl_log") => database.ScalarAsync<string>(
        """
        SELECT string_agg(c.relname, ',' ORDER BY c.relname) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = to_regclass($1) AND c.relname <> $1 || '_default'
        """,
        table);

    private Task<string> PlacesAsync() => database.ScalarAsync<string>(
        "SELECT string_agg(format('%s=%s', t, n), ',' ORDER BY t) FROM (SELECT tableoid::regclass::text AS t, count(*) AS n FROM crawl_log GROUP BY 1) AS p");
}
