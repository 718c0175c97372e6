namespace TrendGrains.StandIns.Orleans.Tests.Hosting;

/// <summary>A silo whose state and reminders are in a database of its own; not started where there is no server.</summary>
public sealed class PostgresSilo : IAsyncLifetime
{
    private OrleansDatabase? _database;
    private TestSilo? _silo;

    public IGrainFactory Grains => _silo!.Grains;

    internal OrleansDatabase Database => _database!;

    public async Task InitializeAsync()
    {
        if (new TestKit.Postgres.DatabaseFactAttribute().Skip is not null)
        {
            return;
        }

        _database = await OrleansDatabase.CreateAsync();
        _silo = await TestSilo.StartAsync(silo => silo.UsePostgres(_database.ConnectionString));
    }

    public async Task DisposeAsync()
    {
        await (_silo?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

internal static class PostgresSiloBuilder
{
    public static ISiloBuilder UsePostgres(this ISiloBuilder silo, string connectionString) => silo
        .AddAdoNetGrainStorage("postgres", options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
        .UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
        .Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.FromMilliseconds(100));
}
