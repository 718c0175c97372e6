using TrendGrains.Reading.Extract.Scoring;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class LikeChancesTests
{
    [Fact]
    public void Draws_a_block_towards_the_others_of_its_group()
    {
        var drawn = LikeChances.Drawn([0.9f, 0.9f, 0.3f, 0.1f], [1, 1, 1, 2], [10, 10, 10, 10]);
        Assert.Equal(0.7f * 0.3f + 0.3f * 0.7f, drawn[2], 4);
        Assert.Equal(0.7f * 0.9f + 0.3f * 0.7f, drawn[0], 4);
        Assert.Equal(0.1f, drawn[3]);
    }

    [Fact]
    public void Two_blocks_are_no_group() => Assert.Equal([0.9f, 0.1f], LikeChances.Drawn([0.9f, 0.1f], [1, 1], [10, 10]));
}
