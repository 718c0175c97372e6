using System.Diagnostics;
using TrendGrains.StandIns.Orleans.Tests.Hosting;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.StandIns.Orleans.Tests.Reminders;

[Trait("Build", "contract")]
public sealed class KilledProcessTests
{
    [DatabaseFact]
    public async Task A_reminder_ticks_in_the_process_that_follows_a_killed_one()
    {
        await using var database = await OrleansDatabase.CreateAsync();
        using (var first = Start(database.ConnectionString, "killed", "register"))
        {
            await WrittenAsync(first, "registered");
            first.Kill();
            await first.WaitForExitAsync().Within("the first process is dead");
            Assert.Equal(128 + 9, first.ExitCode);
        }

        using var second = Start(database.ConnectionString, "killed");
        try
        {
            await WrittenAsync(second, "ticked");
        }
        finally
        {
            second.Kill();
            await second.WaitForExitAsync().Within("the second process is dead");
        }
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledProcessTests).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static async Task WrittenAsync(Process process, string line)
    {
        var seen = new List<string>();
        while (await process.StandardOutput.ReadLineAsync().Within($"process {process.Id} writes \"{line}\" after {string.Join(", ", seen)}") is { } written)
        {
            if (written == line)
            {
                return;
            }

            seen.Add(written);
        }

        Assert.Fail($"The process ended after {string.Join(", ", seen)}: {await process.StandardError.ReadToEndAsync()}");
    }
}
