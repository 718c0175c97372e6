using TrendGrains.StandIns.Orleans.Tests.Calls;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Management;

[Trait("Build", "contract")]
public sealed class ManagementTests
{
    [Fact]
    public async Task Counts_activations_by_class()
    {
        await using var silo = await TestSilo.StartAsync();
        for (var key = 0; key < 3; key++)
        {
            await silo.Grains.GetGrain<IEchoGrain>($"counted {key}").DoneAsync().AsTask().Within("the grain answers");
        }

        var management = silo.Grains.GetGrain<IManagementGrain>(0);
        var statistics = await management.GetSimpleGrainStatistics().Within("the figures come");
        var total = await management.GetTotalActivationCount().Within("the total comes");

        Assert.Equal(3, Assert.Single(statistics, one => one.GrainType.StartsWith(typeof(EchoGrain).FullName!, StringComparison.Ordinal)).ActivationCount);
        Assert.True(total >= 4, $"Three grains and the management grain are active, but the total is {total}.");
    }
}
