using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Reading.Tests.Evaluation;

public sealed class BlockOracleTests
{
    [Fact]
    public void Takes_the_blocks_that_the_gold_needs_and_no_others()
    {
        var choice = BlockOracle.Choose(["home news sport", "the bridge is open", "privacy imprint"], "The bridge is open.");
        Assert.Equal(1, choice.F1);
        Assert.Equal(1, choice.Reachable);
        Assert.Equal([false, true, false], choice.Taken);
    }

    [Fact]
    public void A_block_of_content_and_boilerplate_costs_precision()
    {
        var choice = BlockOracle.Choose(["the bridge is open share this"], "the bridge is open");
        Assert.Equal(0.8, choice.F1, 6);
    }

    [Fact]
    public void Words_that_stand_in_no_block_cannot_be_reached() => Assert.Equal(0.5, BlockOracle.Choose(["one two"], "one two three four").Reachable);

    [Fact]
    public void A_text_that_stands_twice_is_taken_once() => Assert.Single(BlockOracle.Choose(["one two", "one two"], "one two").Taken, t => t);

    [Fact]
    public void Nothing_is_the_best_choice_for_an_empty_gold() => Assert.Equal(1, BlockOracle.Choose(["one"], "").F1);
}
