using TrendGrains.Trends.Ranking;

namespace TrendGrains.Trends.Tests.Ranking;

public sealed class TrendStagesTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_story_that_breaks_goes_through_its_stages_in_order()
    {
        // Twelve voices in the first hour, then one in ten minutes for eight hours, then nobody.
        var heat = Heat.None;
        var stages = new List<TrendStage>();
        for (var minute = 0; minute < 60 * 72; minute += 5)
        {
            var now = start.AddMinutes(minute);
            if (minute < 60 || (minute < 60 * 9 && minute % 10 == 0))
            {
                heat = heat.Add(now, 1);
            }

            var stage = TrendStages.At(heat, start, now);
            if (minute % 10 == 0 && (stages.Count == 0 || stages[^1] != stage))
            {
                stages.Add(stage);
            }
        }

        Assert.Equal([TrendStage.New, TrendStage.Exploding, TrendStage.Climbing, TrendStage.Peaking, TrendStage.Cooling, TrendStage.Over], stages);
    }

    [Fact]
    public void A_stream_as_steady_as_ever_is_at_its_peak()
    {
        var heat = Enumerable.Range(0, 500).Aggregate(Heat.None, (h, i) => h.Add(start.AddMinutes(i * 10), 1));

        Assert.Equal(TrendStage.Peaking, TrendStages.At(heat, start, start.AddMinutes(5000)));
    }

    [Fact]
    public void What_comes_back_after_days_explodes_again()
    {
        var heat = Enumerable.Range(0, 20).Aggregate(Heat.None, (h, i) => h.Add(start.AddMinutes(i * 10), 1));
        var later = start.AddDays(3);
        heat = Enumerable.Range(0, 10).Aggregate(heat, (h, i) => h.Add(later.AddMinutes(i), 1));

        Assert.Equal(TrendStage.Exploding, TrendStages.At(heat, start, later.AddMinutes(10)));
    }

    [Fact]
    public void One_report_is_new_then_over_and_never_explodes()
    {
        var heat = Heat.None.Add(start, 1);

        Assert.Equal(TrendStage.New, TrendStages.At(heat, start, start.AddMinutes(5)));
        Assert.Equal(TrendStage.Over, TrendStages.At(heat, start, start.AddHours(15)));
        Assert.DoesNotContain(Enumerable.Range(0, 200), h => TrendStages.At(heat, start, start.AddMinutes(h * 10)) == TrendStage.Exploding);
    }

    [Fact]
    public void Nothing_is_over() => Assert.Equal(TrendStage.Over, TrendStages.At(Heat.None, start, start));
}
