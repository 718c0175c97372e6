using Microsoft.Extensions.DependencyInjection;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Calls;

public interface IGuidGrain : IGrainWithGuidKey
{
    Task<Guid> KeyAsync();
}

public interface INumberGrain : IGrainWithIntegerKey
{
    Task<(long Key, string Id)> KeyAsync();
}

public interface ITwiceMadeGrain : IGrainWithStringKey
{
    Task<string> WhichAsync();
}

public interface INeverMadeGrain : IGrainWithStringKey;

public sealed class GuidGrain : Grain, IGuidGrain
{
    public Task<Guid> KeyAsync() => Task.FromResult(this.GetPrimaryKey());
}

public sealed class NumberGrain : Grain, INumberGrain
{
    public Task<(long, string)> KeyAsync() => Task.FromResult((this.GetPrimaryKeyLong(), GrainContext.GrainId.ToString()));
}

public sealed class FirstTwiceMadeGrain : Grain, ITwiceMadeGrain
{
    public Task<string> WhichAsync() => Task.FromResult("first");
}

public sealed class SecondTwiceMadeGrain : Grain, ITwiceMadeGrain
{
    public Task<string> WhichAsync() => Task.FromResult("second");
}

[Trait("Build", "contract")]
public sealed class ReferenceTests(SharedSilo silo) : IClassFixture<SharedSilo>
{
    [Theory]
    [InlineData(0, "number/0")]
    [InlineData(4096, "number/1000")]
    [InlineData(-255, "number/FFFFFFFFFFFFFF01")]
    public async Task Writes_an_integer_key_in_hexadecimal(long key, string id) =>
        Assert.Equal((key, id), await silo.Grains.GetGrain<INumberGrain>(key).KeyAsync().Within("the grain answers"));

    [Fact]
    public async Task Finds_a_grain_by_guid()
    {
        var key = Guid.NewGuid();

        Assert.Equal(key, await silo.Grains.GetGrain<IGuidGrain>(key).KeyAsync().Within("the grain answers"));
        Assert.Equal(key, silo.Grains.GetGrain<IGuidGrain>(key).GetPrimaryKey());
    }

    [Fact]
    public void References_to_one_grain_are_equal()
    {
        var one = silo.Grains.GetGrain<IEchoGrain>("equal");
        var same = silo.Grains.GetGrain<IEchoGrain>("equal");

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotSame(one, same);
        Assert.NotEqual(one, silo.Grains.GetGrain<IEchoGrain>("other"));
    }

    [Fact]
    public void Refuses_a_key_that_is_no_key()
    {
        Assert.Throws<ArgumentNullException>(() => silo.Grains.GetGrain<IEchoGrain>(null!));
        Assert.Throws<ArgumentException>(() => silo.Grains.GetGrain<IEchoGrain>(" "));
    }

    [Fact]
    public async Task Needs_exactly_one_class_for_an_interface()
    {
        Assert.Throws<ArgumentException>(() => silo.Grains.GetGrain<INeverMadeGrain>("a"));
        Assert.Throws<ArgumentException>(() => silo.Grains.GetGrain<ITwiceMadeGrain>("a"));

        var second = silo.Grains.GetGrain<ITwiceMadeGrain>("a", typeof(SecondTwiceMadeGrain).FullName);
        Assert.Equal("second", await second.WhichAsync().Within("the grain answers"));
    }

    [Fact]
    public async Task Factory_and_client_come_from_the_container()
    {
        await using var host = await TestSilo.StartAsync();

        var client = host.Services.GetRequiredService<IClusterClient>();
        Assert.Equal("a", await client.GetGrain<IEchoGrain>("client").SayAsync("a").Within("the grain answers"));
    }
}
