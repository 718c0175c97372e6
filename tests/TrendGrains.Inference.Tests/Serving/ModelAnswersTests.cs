using Microsoft.Extensions.Logging.Abstractions;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Serving;
using TrendGrains.Inference.Versions;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Serving;

/// <summary>Version 1 is live and opened, version 2 is not opened until a test says so: asked, it hangs.</summary>
public sealed class ModelAnswersTests : IAsyncDisposable
{
    private const string Model = "made-up";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    private static readonly string[] texts = [.. Enumerable.Range(1, 60).Select(i => new string('x', i))];

    private readonly string folder = Directory.CreateTempSubdirectory("answers-").FullName;
    private readonly ManualTimeProvider clock = new();
    private readonly MadeUpVersion one;
    private readonly MadeUpVersion two;
    private readonly ModelVersions versions;
    private readonly OpenModels open;
    private readonly ModelAnswers answers;

    public ModelAnswersTests()
    {
        (one, two) = (new MadeUpVersion("1", clock), new MadeUpVersion("2", clock));
        one.Open();
        versions = new ModelVersions(Path.Combine(folder, "versions.json"), () => [one.Entry, two.Entry], clock);
        open = new OpenModels(entry => entry.Version == "1" ? one : two, clock, NullLogger.Instance);
        answers = new ModelAnswers(() => versions, open, null, new RollbackRule(50, 0.2), clock, NullLogger.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await open.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_live_version_answers_within_the_terms_for_a_canary_that_hangs_and_the_canary_ends()
    {
        await versions.CanaryAsync(Model, "2", 100, "", default);

        var asked = AskAsync(texts, new CallTerms(CallPriority.Bulk, TimeSpan.FromSeconds(10)));
        await clock.TimersArmedAsync().WaitAsync(patience);
        clock.Advance(TimeSpan.FromSeconds(5));

        var answer = await asked.WaitAsync(patience);
        Assert.Equal(texts.Select(t => (float)t.Length), answer.Outcomes.Select(o => o.Value![0]));
        Assert.All(answer.VersionOf!, v => Assert.Equal("1", v));
        await UntilAsync(() => versions.Of(Model)!.Trial is null);
        Assert.Contains("60 of its last 60 items failed", versions.Changes(Model)[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_canary_does_not_take_the_live_version_answers_meanwhile()
    {
        await versions.CanaryAsync(Model, "2", 50, "", default);

        var asked = AskAsync(texts, CallTerms.Bulk);
        await clock.TimersArmedAsync().WaitAsync(patience);
        await UntilAsync(() => !one.Ran.IsEmpty);
        Assert.InRange(one.Ran.Count, 10, 50);
        Assert.False(asked.IsCompleted);

        two.Open();
        var answer = await asked.WaitAsync(patience);
        Assert.Equal(one.Ran.Count, answer.VersionOf!.Count(v => v == "1"));
        Assert.Equal(texts.Length, one.Ran.Count + two.Ran.Count);
    }

    [Fact]
    public async Task A_live_version_that_hangs_goes_back_to_the_one_before()
    {
        await versions.PromoteAsync(Model, "2", "", default);

        var asked = AskAsync(texts, new CallTerms(CallPriority.Bulk, TimeSpan.FromSeconds(10)));
        await clock.TimersArmedAsync().WaitAsync(patience);
        clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<ModelTimeoutException>(() => asked.WaitAsync(patience));
        await UntilAsync(() => versions.Of(Model)!.Live == "1");
    }

    [Fact]
    public async Task Callers_with_no_time_tell_nothing_about_a_version()
    {
        await versions.PromoteAsync(Model, "2", "", default);

        var asked = AskAsync(texts, new CallTerms(CallPriority.Bulk, TimeSpan.FromMilliseconds(100)));
        await clock.TimersArmedAsync().WaitAsync(patience);
        clock.Advance(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAsync<ModelTimeoutException>(() => asked.WaitAsync(patience));
        Assert.Equal((0, 0), two.Errors.Read());
    }

    [Fact]
    public async Task Bad_input_rolls_no_version_back()
    {
        await versions.PromoteAsync(Model, "2", "", default);
        two.Open();
        two.Refused.UnionWith(texts);

        Assert.All((await AskAsync(texts, CallTerms.Bulk)).Outcomes, o => Assert.Equal("refused", o.Fault!.Message));
        Assert.Equal((0, 0), two.Errors.Read());
    }

    [Fact]
    public async Task What_only_the_canary_cannot_take_is_its_failure()
    {
        await versions.CanaryAsync(Model, "2", 100, "", default);
        two.Open();
        two.Refused.UnionWith(texts);
        one.Refused.Add(texts[0]);

        var answer = await AskAsync(texts, CallTerms.Bulk);

        Assert.Equal(1, answer.Outcomes.Count(o => o.Fault is not null));
        Assert.Equal((59, 59), two.Errors.Read());
    }

    [Fact]
    public async Task A_version_that_serves_no_more_is_closed_some_minutes_later_and_opened_again_when_it_does()
    {
        two.Open();
        await versions.CanaryAsync(Model, "2", 100, "", default);
        await AskAsync(texts, CallTerms.Bulk);
        await versions.EndTrialAsync(Model, "2", "", default);
        await AfterAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(["1", "2"], open.Served.Select(s => s.Entry.Version).Order());

        await AfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["1"], open.Served.Select(s => s.Entry.Version));
        await UntilAsync(() => two.IsClosed);

        await versions.PromoteAsync(Model, "2", "", default);
        Assert.Equal("2", (await AskAsync(texts, CallTerms.Bulk)).Live.Entry.Version);
    }

    [Fact]
    public async Task What_a_rollback_goes_to_stays_open()
    {
        two.Open();
        await AskAsync(texts, CallTerms.Bulk);
        await versions.PromoteAsync(Model, "2", "", default);

        await AfterAsync(TimeSpan.FromMinutes(6));
        await AfterAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(["1", "2"], open.Served.Select(s => s.Entry.Version).Order());
        Assert.False(one.IsClosed);
    }

    [Fact]
    public async Task A_cold_model_is_waited_for_no_longer_than_the_answer_is_of_use()
    {
        using var opened = new ManualResetEventSlim();
        await using var slow = new OpenModels(
            entry =>
            {
                Assert.True(opened.Wait(patience), "nobody let it open");
                return one;
            },
            clock,
            NullLogger.Instance);
        var asked = new ModelAnswers(() => versions, slow, null, new RollbackRule(50, 0.2), clock, NullLogger.Instance)
            .AskAsync(Model, "texts", _ => { }, texts, ItemHash.Of, new CallTerms(CallPriority.Interactive, TimeSpan.FromSeconds(1)), default);
        await clock.TimersArmedAsync().WaitAsync(patience);

        clock.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ModelTimeoutException>(() => asked.WaitAsync(patience));
        opened.Set();
    }

    /// <summary>A call that goes by without opening what it does not ask.</summary>
    private Task AfterAsync(TimeSpan passed)
    {
        clock.Advance(passed);
        return answers.AskAsync(Model, "texts", _ => { }, texts, ItemHash.Of, CallTerms.Bulk, default);
    }

    /// <summary>Both are open when the call begins, so that the only timers are those of what it then waits for.</summary>
    private async Task<Answer> AskAsync(string[] asked, CallTerms terms)
    {
        await open.OpenAsync(one.Entry, default);
        await open.OpenAsync(two.Entry, default);
        return await answers.AskAsync(Model, "texts", _ => { }, asked, ItemHash.Of, terms, default);
    }

    /// <summary>Yields until what goes on beside has come so far.</summary>
    private static async Task UntilAsync(Func<bool> reached)
    {
        using var given = new CancellationTokenSource(patience);
        while (!reached())
        {
            Assert.False(given.IsCancellationRequested, "it never came so far");
            await Task.Yield();
        }
    }
}
