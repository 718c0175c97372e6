using TrendGrains.Reading.Extract.Scoring;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class ExpectedF1Tests
{
    [Fact]
    public void Keeps_what_is_sure_and_drops_what_is_not() =>
        Assert.Equal([true, false, true], ExpectedF1.Choose([0.95f, 0.05f, 0.9f], [100, 100, 50], together: false));

    [Fact]
    public void Keeps_less_likely_blocks_where_nothing_is_sure() =>
        Assert.Equal([true, true, true], ExpectedF1.Choose([0.4f, 0.35f, 0.3f], [100, 100, 100], together: false));

    [Fact]
    public void The_same_chance_is_too_small_beside_sure_blocks() =>
        Assert.Equal([true, true, false], ExpectedF1.Choose([1f, 1f, 0.3f], [100, 100, 100], together: false));

    [Fact]
    public void Keeps_nothing_where_nothing_is_likely() =>
        Assert.Equal([false, false], ExpectedF1.Choose([0.1f, 0.05f], [10, 10], together: false));

    [Fact]
    public void An_article_is_cut_where_its_chances_fall()
    {
        // Six blocks that are worth their risk one by one are not, where they are content together or not at all.
        float[] chances = [0.98f, 0.97f, 0.4f, 0.39f, 0.38f, 0.37f];
        int[] words = [100, 100, 100, 100, 100, 100];
        Assert.Equal(6, ExpectedF1.Choose(chances, words, together: false).Count(k => k));
        Assert.Equal(2, ExpectedF1.Choose(chances, words, together: true).Count(k => k));
    }

    [Fact]
    public void No_other_choice_has_a_higher_expectation()
    {
        var random = new Random(11);
        for (var round = 0; round < 50; round++)
        {
            var chances = Enumerable.Range(0, 9).Select(_ => 0.2f + 0.8f * (float)random.NextDouble()).ToArray();
            var words = Enumerable.Range(0, 9).Select(_ => random.Next(1, 60)).ToArray();
            var best = Enumerable.Range(0, 1 << 9).Max(set => Expected(i => (set & 1 << i) != 0, chances, words));
            var chosen = ExpectedF1.Choose(chances, words, together: false);
            Assert.Equal(best, Expected(i => chosen[i], chances, words), 6);
        }
    }

    private static double Expected(Func<int, bool> isIn, float[] chances, int[] words)
    {
        double hits = 0, chosen = 0, all = 0;
        for (var i = 0; i < words.Length; i++)
        {
            all += chances[i] * (double)words[i];
            hits += isIn(i) ? chances[i] * (double)words[i] : 0;
            chosen += isIn(i) ? words[i] : 0;
        }
        return chosen + all == 0 ? 0 : 2 * hits / (chosen + all);
    }
}
