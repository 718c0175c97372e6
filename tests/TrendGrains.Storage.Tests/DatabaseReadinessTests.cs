using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests;

public sealed class DatabaseReadinessTests
{
    [DatabaseFact]
    public async Task A_database_that_answers_has_no_problem()
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Null(await ProblemAsync(database.ConnectionString));
    }

    [Fact]
    public async Task A_database_that_is_down_is_named_without_its_password()
    {
        // Port 1 of loopback: nothing listens there.
        var problem = await ProblemAsync("Host=127.0.0.1;Port=1;Username=u;Password=secret-word;Database=d");

        Assert.Contains("127.0.0.1:1, database d: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", problem, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_wrong_password_is_told_and_not_repeated()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "not-the-word", Username = "nobody-here" };

        var problem = await ProblemAsync(settings.ConnectionString);

        Assert.Contains("nobody-here", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-word", problem, StringComparison.Ordinal);
    }

    private static async Task<string?> ProblemAsync(string connectionString)
    {
        await using var services = MigratedDatabase.ServicesOf(connectionString, TimeProvider.System);
        return await services.GetRequiredService<DatabaseReadiness>().ProblemAsync(default);
    }
}
