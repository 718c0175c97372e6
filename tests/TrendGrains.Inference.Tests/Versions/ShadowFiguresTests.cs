using TrendGrains.Inference.Versions;

namespace TrendGrains.Inference.Tests.Versions;

public sealed class ShadowFiguresTests
{
    [Theory]
    [InlineData(0.90f, 0.92f, true)]
    [InlineData(0.90f, 0.80f, false)]
    [InlineData(0.10f, 0.90f, false)]
    [InlineData(0.10f, float.NaN, false)]
    public void A_single_score_agrees_with_one_that_is_near(float live, float mine, bool agrees)
    {
        var figures = new ShadowFigures("made-up", "2");

        figures.Compare([live], [mine], areVectors: false);

        Assert.Equal(agrees ? new ShadowSnapshot(1, 0, 0) : new ShadowSnapshot(0, 1, 0), figures.Read());
    }
}
