using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TrendGrains.Storage.Trends;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests.Trends;

public sealed class TrendChangesTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    [DatabaseFact]
    public async Task A_notification_reaches_whoever_watches()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var changes = new TrendChanges(database.DataSource, TimeProvider.System, NullLogger<TrendChanges>.Instance);
        await using var watch = await ListeningAsync(changes);

        var next = watch.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await NotifyAsync(database);

        Assert.True(await next.AsTask().WaitAsync(patience));
        await changes.StopAsync(CancellationToken.None);
    }

    [DatabaseFact]
    public async Task Changes_that_were_not_seen_are_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var changes = new TrendChanges(database.DataSource, TimeProvider.System, NullLogger<TrendChanges>.Instance);
        await using var slow = await ListeningAsync(changes);
        var quick = changes.WatchAsync(CancellationToken.None).GetAsyncEnumerator();
        for (var i = 0; i < 3; i++)
        {
            var seen = quick.MoveNextAsync();
            await NotifyAsync(database);
            await seen.AsTask().WaitAsync(patience);
        }

        Assert.True(await slow.MoveNextAsync().AsTask().WaitAsync(patience));
        Assert.Equal(quick.Current, slow.Current);
        var next = slow.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await NotifyAsync(database);
        Assert.True(await next.AsTask().WaitAsync(patience));
        await changes.StopAsync(CancellationToken.None);
    }

    [DatabaseFact]
    public async Task A_connection_that_broke_is_made_again_and_counts_as_a_change()
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new ManualTimeProvider();
        using var changes = new TrendChanges(database.DataSource, clock, NullLogger<TrendChanges>.Instance);
        await using var watch = await ListeningAsync(changes);

        var next = watch.MoveNextAsync();
        await ExecuteAsync(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN trend_events'");
        await clock.TimersArmedAsync().WaitAsync(patience);
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await next.AsTask().WaitAsync(patience));

        next = watch.MoveNextAsync();
        await NotifyAsync(database);
        Assert.True(await next.AsTask().WaitAsync(patience));
        await changes.StopAsync(CancellationToken.None);
    }

    /// <summary>A watch that has seen that the listener listens.</summary>
    private static async Task<IAsyncEnumerator<long>> ListeningAsync(TrendChanges changes)
    {
        var watch = changes.WatchAsync(CancellationToken.None).GetAsyncEnumerator();
        var listening = watch.MoveNextAsync();
        await changes.StartAsync(CancellationToken.None);
        Assert.True(await listening.AsTask().WaitAsync(patience));
        return watch;
    }

    private static Task NotifyAsync(TestDatabase database) => ExecuteAsync(database, $"SELECT pg_notify('{TrendChanges.Channel}', '')");

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
