using TrendGrains.Inference.Evaluation;
using TrendGrains.Output;

namespace TrendGrains.Tests.Output;

public sealed class ComparisonTableTests
{
    [Fact]
    public void A_difference_is_said_with_its_interval_and_its_chance() => Assert.Equal(
        "llama less topic: accuracy -0.0500 (-0.080 to +0.010), macro F1 +0.0200 (0 to +0.040), McNemar p < 0.0001; they agree on 81.0 % of rows, topic alone is right on 40, llama alone on 20",
        ComparisonTable.Sentence(new PairedDifference("topic", "llama", 0.81, 40, 20, 0.00001, -0.05, [-0.08, 0.01], 0.02, [0, 0.04])).Replace("81.0%", "81.0 %", StringComparison.Ordinal));
}
