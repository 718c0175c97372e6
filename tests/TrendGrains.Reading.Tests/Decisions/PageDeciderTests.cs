using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Tests.Decisions;

public sealed class PageDeciderTests
{
    private static readonly ModelEntry model = new("made", "7", DecisionTasks.Advert, "/nowhere", [], "none", "none")
    {
        Features = ["calls-to-action", "text-prices", "spoken-quotes"],
        Labels = ["editorial", "advert"],
        Thresholds = new Dictionary<string, double> { ["advert"] = 0.8 },
        Typical = [0, 0, 0],
        Marked = [3, 5, 4],
    };

    [Theory]
    [InlineData(0.79f, 0)]
    [InlineData(0.81f, 1)]
    public void A_label_is_said_from_its_threshold_on(float score, int said) =>
        Assert.Equal(said, new PageDecider(model, ScoreAsync).Said([1 - score, score]));

    [Fact]
    public async Task What_weighs_most_is_said_first_and_what_speaks_against_is_not_said()
    {
        var page = Page((Signal.CallsToAction, 1), (Signal.TextPrices, 4), (Signal.SpokenQuotes, 2));

        var decision = (await new PageDecider(model, ScoreAsync).DecideAsync([null, page], default))[1]!;

        Assert.Equal(("advert", "7"), (decision.Label, decision.Version));
        Assert.Equal(["4 prices in the text", "1 calls to buy, book or click"], decision.Why);
    }

    [Fact]
    public async Task Where_nothing_stands_out_what_is_absent_is_said()
    {
        var decision = (await new PageDecider(model, ScoreAsync).DecideAsync([Page()], default))[0]!;

        Assert.Equal("editorial", decision.Label);
        Assert.Equal(["no prices in the text", "no calls to buy, book or click"], decision.Why);
    }

    [Fact]
    public async Task A_decision_stands_without_its_reasons_when_the_worker_is_too_busy_to_give_them()
    {
        var decider = new PageDecider(model, ScoreAsync, (_, _) => throw new TimeoutException("busy"));

        var decision = (await decider.DecideAsync([Page((Signal.TextPrices, 4))], default))[0]!;

        Assert.Equal("advert", decision.Label);
        Assert.Empty(decision.Why);
    }

    [Fact]
    public async Task A_caller_that_goes_away_while_reasons_are_sought_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        var decider = new PageDecider(model, ScoreAsync, (_, token) =>
        {
            gone.Cancel();
            return Task.FromCanceled<ScoreResult>(token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decider.DecideAsync([Page((Signal.TextPrices, 4))], gone.Token));
    }

    [Fact]
    public async Task Signals_that_each_would_do_by_themselves_are_said_though_none_is_missed()
    {
        var decider = new PageDecider(model, (rows, _) => Task.FromResult(new ScoreResult("made", "7", ["editorial", "advert"],
            Array.ConvertAll(rows, r => r[0] > 0 || r[1] > 0 ? new[] { 0f, 1f } : [0.9f, 0.1f]))));

        var decision = (await decider.DecideAsync([Page((Signal.CallsToAction, 1), (Signal.TextPrices, 4))], default))[0]!;

        Assert.Equal(["1 calls to buy, book or click", "4 prices in the text"], decision.Why);
    }

    [Fact]
    public async Task What_another_version_answered_is_judged_by_its_thresholds_and_gets_no_reasons_of_the_live_one()
    {
        var trial = model with { Version = "8", Thresholds = new Dictionary<string, double> { ["advert"] = 0.3 } };
        var decider = new PageDecider(model, Answered, versions: version => version == "8" ? trial : null);

        var decisions = await decider.DecideAsync([Page((Signal.CallsToAction, 1)), Page((Signal.CallsToAction, 1))], default);

        Assert.Equal([("editorial", "7"), ("advert", "8")], decisions.Select(d => (d!.Label, d.Version)));
        Assert.Empty(decisions[1]!.Why);

        static Task<ScoreResult> Answered(float[][] rows, CancellationToken cancellationToken) => Task.FromResult(new ScoreResult(
            "made", "7", ["editorial", "advert"], [.. rows.Select(_ => new[] { 0.5f, 0.5f })], rows.Length == 2 ? ["7", "8"] : null));
    }

    [Fact]
    public async Task Reasons_are_sought_of_the_version_that_decided_alone()
    {
        // The first call decides; of what is asked afterwards another version answers the even rows, and would give each signal a great weight.
        var calls = 0;
        var decider = new PageDecider(model, async (rows, token) =>
        {
            var result = await ScoreAsync(rows, token);
            return calls++ == 0 ? result : result with
            {
                Scores = [.. result.Scores.Select((s, i) => i % 2 == 0 ? [1, 0] : s)],
                Versions = [.. rows.Select((_, i) => i % 2 == 0 ? "8" : "7")],
            };
        });

        var decision = (await decider.DecideAsync([Page((Signal.CallsToAction, 1), (Signal.TextPrices, 4))], default))[0]!;

        Assert.Equal(["4 prices in the text"], decision.Why);
    }

    [Fact]
    public async Task A_page_that_the_model_cannot_take_costs_no_other_its_decision()
    {
        var decider = new PageDecider(model, async (rows, token) =>
        {
            var result = await ScoreAsync(rows, token);
            return result with { Scores = [null, .. result.Scores.Skip(1)], Faults = [new RowFault(0, "poisoned")] };
        });

        var tried = await decider.TryDecideAsync([null, Page(), Page((Signal.TextPrices, 4))], default);

        Assert.Equal([(null, null), (null, "poisoned"), ("advert", null)], tried.Select(t => (t.Decision?.Label, t.Fault)));
    }

    [Fact]
    public async Task No_call_takes_more_rows_than_a_worker_does()
    {
        var largest = 0;
        var decider = new PageDecider(model, (rows, token) =>
        {
            largest = Math.Max(largest, rows.Length);
            return ScoreAsync(rows, token);
        });

        var decisions = await decider.DecideAsync([.. Enumerable.Range(0, 600).Select(_ => Page((Signal.TextPrices, 4)))], default);

        Assert.Equal(600, decisions.Count(d => d?.Label == "advert"));
        Assert.Equal(256, largest);
    }

    /// <summary>Prices weigh most, then calls; quotations speak against.</summary>
    private static Task<ScoreResult> ScoreAsync(float[][] rows, CancellationToken cancellationToken) => Task.FromResult(new ScoreResult("made", "7", ["editorial", "advert"],
        Array.ConvertAll(rows, r =>
        {
            var advert = 1 / (1 + MathF.Exp(2 - (1.5f * r[0]) - (1.2f * r[1]) + (0.5f * r[2])));
            return new[] { 1 - advert, advert };
        })));

    private static PageSignals Page(params (Signal Signal, double Value)[] values)
    {
        var page = new PageSignals();
        foreach (var (signal, value) in values)
        {
            page[signal] = value;
        }
        return page;
    }
}
