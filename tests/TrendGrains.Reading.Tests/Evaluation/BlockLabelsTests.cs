using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Reading.Tests.Evaluation;

public sealed class BlockLabelsTests
{
    private const string First = "The council met on Tuesday evening to talk about the bridge.";
    private const string Second = "Most of those who spoke were in favour of building a new one.";

    [Fact]
    public void Finds_the_blocks_of_the_gold_and_no_others()
    {
        var (words, shares) = BlockLabels.Of(["Home", First, "Subscribe to our letter and never miss a story again.", Second], $"{First}\n\n{Second}");
        Assert.Equal([0, 1, 0, 1], shares);
        Assert.Equal([1, 11, 10, 13], words);
    }

    [Fact]
    public void A_block_that_the_gold_has_in_part_is_content_in_part() =>
        Assert.Equal(11.0 / 24, BlockLabels.Of([$"{First} {Second}"], First).Shares[0], 3);

    [Fact]
    public void A_word_of_the_gold_counts_once()
    {
        var shares = BlockLabels.Of([First, Second, First], $"{First} {Second}").Shares;
        Assert.Equal([1, 1, 0], shares);
    }

    [Fact]
    public void A_short_block_counts_only_where_the_gold_has_it_at_that_place()
    {
        var shares = BlockLabels.Of(["The plan", First, "The plan", Second, "The plan"], $"{First}\nThe plan\n{Second}").Shares;
        Assert.Equal([0, 1, 1, 1, 0], shares);
    }
}
