using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Inference.Tests.Evaluation;

public sealed class LabelReadingTests
{
    private static readonly string[] topics = ["world", "politics", "sports", "other"];

    [Fact]
    public void Topics_that_a_set_does_not_part_count_together()
    {
        var (label, score) = LabelReadings.AgNews.Among(topics, [0.25f, 0.25f, 0.4f, 0.1f]);

        Assert.Equal("world", label);
        Assert.Equal(0.5 / 0.9, score, 1e-6);
    }

    [Fact]
    public void A_topic_that_a_set_has_nothing_like_is_read_as_none() =>
        Assert.Null(LabelReadings.AgNews.Plain(topics, [0.1f, 0.1f, 0.3f, 0.5f]));

    [Fact]
    public void The_likeliest_label_is_read_as_the_one_that_the_set_has() =>
        Assert.Equal("world", LabelReadings.AgNews.Plain(topics, [0.1f, 0.5f, 0.3f, 0.1f]));

    [Theory]
    [InlineData("topic")]
    [InlineData("tone")]
    public void Every_label_of_a_set_can_be_said(string task) =>
        Assert.All(LabelReadings.Of(task), reading => Assert.All(reading.Gold.Values, label => Assert.Contains(label, reading.Labels)));

    [Fact]
    public void All_seven_labels_of_YNAT_are_seven_topics() => Assert.Equal(7, LabelReadings.Ynat.Gold.Values.Distinct().Count());
}
