using Orleans.Configuration;
using TrendGrains.StandIns.Orleans.Tests.Calls;
using TrendGrains.StandIns.Orleans.Tests.Hosting;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.StandIns.Orleans.Tests.Engine;

[Trait("Build", "engine")]
public sealed class SingleSiloTests
{
    [DatabaseFact]
    public async Task A_second_silo_of_the_cluster_refuses_to_start_until_the_first_has_stopped()
    {
        await using var database = await OrleansDatabase.CreateAsync();
        var first = await TestSilo.StartAsync(silo => Join(silo, database, "one"));
        await using var another = await TestSilo.StartAsync(silo => Join(silo, database, "two"));

        var refusal = await Assert.ThrowsAsync<OrleansException>(async () => await (await TestSilo.StartAsync(silo => Join(silo, database, "one"))).DisposeAsync());
        Assert.Contains("Another silo of cluster \"one\"", refusal.Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        await using var second = await TestSilo.StartAsync(silo => Join(silo, database, "one"));
    }

    [DatabaseFact]
    public async Task A_lost_connection_does_not_stop_the_silo_and_the_lock_is_taken_again()
    {
        await using var database = await OrleansDatabase.CreateAsync();
        var clock = new TestKit.ManualTimeProvider();
        await using var silo = await TestSilo.StartAsync(builder =>
        {
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(builder.Services, clock);
            Join(builder, database, "lost");
        });
        var held = "select count(*) from pg_locks where locktype = 'advisory' and classid = 1953654642 and database = (select oid from pg_database where datname = current_database())";
        Assert.Equal(1, await database.ReadAsync<long>(held));

        await database.ReadAsync<bool>("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and classid = 1953654642 and database = (select oid from pg_database where datname = current_database())");
        Assert.Equal(0, await database.ReadAsync<long>(held));
        Assert.Equal("alive", await silo.Grains.GetGrain<IEchoGrain>("lost").SayAsync("alive").Within("the silo lives on"));

        // Each look at the lock comes with a tick of the clock; taking it again is work on the wire that the clock knows nothing of.
        for (var look = 0; look < 1000 && await database.ReadAsync<long>(held) == 0; look++)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(1, await database.ReadAsync<long>(held));
    }

    private static void Join(ISiloBuilder silo, OrleansDatabase database, string cluster) => silo
        .Configure<ClusterOptions>(options => options.ClusterId = cluster)
        .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", database.ConnectionString));
}
