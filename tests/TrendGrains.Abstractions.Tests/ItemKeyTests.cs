using TrendGrains.Abstractions.Items;

namespace TrendGrains.Abstractions.Tests;

public sealed class ItemKeyTests
{
    [Fact]
    public void Is_the_first_half_of_the_hash_in_written_order() =>

        // printf %s https://example.com/ | sha256sum
        Assert.Equal("0f115db0-62b7-c0dd-030b-16878c99dea5", ItemKey.FromUrl("https://example.com/").ToString());

    [Fact]
    public void Refuses_an_empty_address() => Assert.Throws<ArgumentException>(() => ItemKey.FromUrl(""));
}
