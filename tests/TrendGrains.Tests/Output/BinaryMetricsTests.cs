using TrendGrains.Inference.Catalog;
using TrendGrains.Output;

namespace TrendGrains.Tests.Output;

public sealed class BinaryMetricsTests
{
    private static readonly ModelRecord model = new([], new TrainingSet("made", "own", 6), "none", "none", 1, 0.5);

    private static readonly BinaryMetrics metrics = BinaryMetrics.Of(
        "article", "article", "made",
        [
            new BinaryTrial("mixed", "a", true, true, 0.9),
            new BinaryTrial("mixed", "b", false, true, 0.6),
            new BinaryTrial("none", "c", false, false, 0.1),
            new BinaryTrial("none", "d", false, true, 0.7),
            new BinaryTrial("all", "e", true, true, 0.8),
            new BinaryTrial("all", "f", true, false, 0.3),
        ],
        model);

    [Fact]
    public void A_part_of_both_sides_has_precision_and_recall() => Assert.Equal(new BinaryMetrics.OnePart(2, 1, 2, 0.5, 0.5, 1), metrics.Parts["mixed"]);

    [Fact]
    public void A_part_without_a_yes_has_neither() => Assert.Equal(new BinaryMetrics.OnePart(2, 0, 1, 0.5, null, null), metrics.Parts["none"]);

    [Fact]
    public void A_part_of_yes_alone_has_recall_and_no_precision() => Assert.Equal(new BinaryMetrics.OnePart(2, 2, 1, 0.5, null, 0.5), metrics.Parts["all"]);

    [Fact]
    public void The_record_says_what_the_shipped_advert_model_learned_from_and_how_large_it_is()
    {
        var advert = ModelCatalog.Load(ModelsFolder.Find()).First(m => m.Task == "advert");

        var record = ModelRecord.Of(advert, new TrainingSet("made", "own", 3), "by text", "none", [3, 1, 2]);

        Assert.Equal(new FileInfo(advert.OnnxPath).Length, record.ModelBytes);
        Assert.Equal(2, record.MedianMilliseconds);
        Assert.Contains(record.TrainedOn, s => s is { Set: "NSMC", License: "CC0", Rows: > 0 });
    }
}
