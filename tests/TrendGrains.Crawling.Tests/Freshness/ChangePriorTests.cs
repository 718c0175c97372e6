using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Crawling.Tests.Freshness;

public sealed class ChangePriorTests
{
    [Theory]
    [InlineData(0.4, 2)]
    [InlineData(1.5, 0.3)]
    public void The_distribution_that_pages_were_drawn_from_is_found(double shape, double days)
    {
        var chance = new Random(3);
        var drawn = new ChangeRate(shape, days);
        var pages = Enumerable.Range(0, 400).Select(_ => ChangeEvidence.Of(Watch(drawn.Draw(chance), chance), ChangeRate.Unknown)).ToArray();
        var prior = ChangeRate.Unknown;
        for (var step = 0; step < 30; step++)
        {
            prior = ChangePrior.Fit([.. pages.Select(p => p.Under(prior))], prior);
        }

        Assert.InRange(prior.Mean / drawn.Mean, 0.8, 1.25);
        Assert.InRange(prior.Shape / shape, 0.7, 1.4);
    }

    [Fact]
    public void Pages_that_never_change_make_the_next_one_believed_to_be_quiet()
    {
        var quiet = Enumerable.Repeat(ChangeRate.Unknown.Unchanged(TimeSpan.FromDays(40)), 50).ToArray();

        Assert.True(ChangePrior.Fit(quiet, ChangeRate.Unknown).Mean < ChangeRate.Unknown.Mean / 10);
    }

    [Fact]
    public void A_few_pages_say_nothing_of_the_next_one() =>
        Assert.Equal(ChangeRate.Unknown, ChangePrior.Fit([.. Enumerable.Repeat(new ChangeRate(9, 1), 9)], ChangeRate.Unknown));

    [Fact]
    public void The_evidence_stays_when_the_prior_changes()
    {
        var other = new ChangeRate(1, 4);

        Assert.Equal(other.Unchanged(TimeSpan.FromDays(3)), ChangeEvidence.Of(ChangeRate.Unknown.Unchanged(TimeSpan.FromDays(3)), ChangeRate.Unknown).Under(other));
    }

    /// <summary>A month of counts, so that hardly anything but the prior is left to find.</summary>
    private static ChangeRate Watch(double rate, Random chance)
    {
        var belief = ChangeRate.Unknown;
        for (var day = 0; day < 30; day++)
        {
            belief = belief.Counted(TimeSpan.FromDays(1), Poisson(rate, chance));
        }

        return belief;
    }

    private static int Poisson(double rate, Random chance)
    {
        var count = 0;
        for (var at = -Math.Log(1 - chance.NextDouble()); at < rate; at -= Math.Log(1 - chance.NextDouble()))
        {
            count++;
        }

        return count;
    }
}
