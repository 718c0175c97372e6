using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Engine;

/// <summary>Everything that Orleans' analyzers would refuse to compile.</summary>
public interface IImpossibleGrain : IGrainWithStringKey
{
    int Number { get; }

    string Now();

    Task ByReferenceAsync(ref int number);

    Task GenericAsync<T>(T value);

    Task TwoTokensAsync(CancellationToken one, CancellationToken two);
}

[Trait("Build", "engine")]
public sealed class ContractTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Fact]
    public void Names_every_fault_of_a_contract()
    {
        var refusal = Assert.Throws<OrleansException>(() => silo.Grains.GetGrain<IImpossibleGrain>("a"));

        Assert.All(
            ["Number is a property", "Now returns String", "ByReferenceAsync has a ref", "GenericAsync is generic", "TwoTokensAsync has more than one CancellationToken"],
            fault => Assert.Contains(fault, refusal.Message, StringComparison.Ordinal));
    }
}
