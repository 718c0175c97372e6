using TrendGrains.Press.World.Chances;

namespace TrendGrains.Press.Tests.World.Chances;

public sealed class ChanceTests
{
    /// <summary>The first outputs of SplitMix64 from seed 1234567, as other implementations print them.</summary>
    [Fact]
    public void Rolls_what_SplitMix64_rolls()
    {
        var chance = new Chance(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [chance.Next(), chance.Next(), chance.Next()]);
    }

    [Fact]
    public void A_copy_rolls_the_same_and_leaves_the_first_alone()
    {
        var chance = new Chance(7);
        var copy = chance.Copy();

        Assert.Equal(Enumerable.Range(0, 5).Select(_ => copy.Next()).ToArray(), Enumerable.Range(0, 5).Select(_ => chance.Next()).ToArray());
    }

    [Fact]
    public void Keeps_to_its_bounds_and_reaches_both()
    {
        var chance = new Chance(3);
        var rolls = Enumerable.Range(0, 1_000).Select(_ => chance.Between(2, 5)).Distinct().Order().ToArray();

        Assert.Equal([2, 3, 4, 5], rolls);
    }
}
