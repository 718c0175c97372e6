using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Tests.External;

/// <summary>A model behind an address is a model worker like any other: queue, cache, faults by the row, evaluation.</summary>
public sealed class ExternalWorkerTests
{
    [Fact]
    public async Task Texts_are_classified_through_the_queue_and_a_bad_one_costs_no_other_its_answer()
    {
        await using var endpoint = await AnswerAsync(prompt => prompt.Contains("poison", StringComparison.Ordinal) ? "I cannot say" : "{\"label\":\"positive\"}");
        await using var workers = Workers(endpoint);

        var result = await workers.ClassifyAsync("mine", ["good", "poison", "", "fine"], CallTerms.Bulk, default);

        Assert.Equal(["negative", "neutral", "positive"], result.Labels);
        Assert.StartsWith("external.", result.Version, StringComparison.Ordinal);
        Assert.Equal([true, false, false, true], result.Scores.Select(s => s is not null));
        Assert.Equal([1, 2], result.Faults.Select(f => f.Row));
        Assert.Contains("names none of", result.Faults[0].Reason, StringComparison.Ordinal);
        Assert.Contains("a text without a word is not sent", result.Faults[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_text_is_not_paid_for_twice()
    {
        await using var endpoint = await AnswerAsync(_ => "positive");
        await using var workers = Workers(endpoint);

        await workers.ClassifyAsync("mine", ["good"], CallTerms.Bulk, default);
        await workers.ClassifyAsync("mine", ["good", "good"], CallTerms.Interactive, default);

        Assert.Equal(1, endpoint.Asked);
    }

    [Fact]
    public async Task It_stands_among_the_models_and_the_small_ones_go_on_when_it_hangs()
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await using var workers = Workers(endpoint, o => o.TimeoutSeconds = 0.3);

        Assert.Contains(workers.Models, m => m.Name == "mine" && m.IsExternal);
        var hanging = workers.ClassifyAsync("mine", ["good"], CallTerms.Bulk, default);
        Assert.Single((await workers.EmbedAsync(ShippedModel.Name, ["a"], default)).Vectors);

        Assert.Contains("no whole answer within 0.3 s", (await hanging).Faults[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vectors_are_asked_for_by_the_batch()
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, number) => FakeEndpoint.Write(context, $$"""{"data":[{{string.Join(',', Enumerable.Repeat("""{"embedding":[3,4]}""", number == 1 ? 2 : 1))}}]}"""));
        await using var workers = Workers(endpoint, o => (o.Task, o.Dimension, o.BatchSize, o.Concurrency) = ("text-embedding", 2, 2, 1));

        var result = await workers.EmbedAsync("mine", ["a", "b", "c"], default);

        Assert.All(result.All(), v => Assert.Equal([0.6f, 0.8f], v));
        Assert.Equal(2, endpoint.Asked);
    }

    [Fact]
    public async Task A_batch_that_hangs_is_not_asked_for_again_in_halves()
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await using var workers = Workers(endpoint, o => (o.Task, o.Dimension, o.TimeoutSeconds, o.Concurrency) = ("text-embedding", 2, 0.3, 1));

        await Assert.ThrowsAsync<ExternalModelException>(() => workers.EmbedAsync("mine", [.. Enumerable.Range(0, 32).Select(i => $"text {i}")], default));

        Assert.Equal(1, endpoint.Asked);
    }

    [Fact]
    public async Task A_request_ends_when_nobody_waits_for_it_and_when_the_platform_stops()
    {
        var (began, ended) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        await using var endpoint = await FakeEndpoint.StartAsync(async (context, _) =>
        {
            began.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            ended.Release();
        });
        var workers = Workers(endpoint, o => o.TimeoutSeconds = 3600);
        using var leaving = new CancellationTokenSource();

        var left = workers.ClassifyAsync("mine", ["one"], CallTerms.Bulk, leaving.Token);
        Assert.True(await began.WaitAsync(TimeSpan.FromSeconds(20)));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.True(await ended.WaitAsync(TimeSpan.FromSeconds(20)));

        var open = workers.ClassifyAsync("mine", ["two"], CallTerms.Bulk, default);
        Assert.True(await began.WaitAsync(TimeSpan.FromSeconds(20)));
        await workers.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Contains("was closed while the call ran", Assert.Single((await open).Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_evaluated_on_the_same_rows_as_any_other_with_its_cost()
    {
        await using var endpoint = await AnswerAsync(prompt => prompt.Contains("awful", StringComparison.Ordinal) ? "negative" : "positive");
        var external = External(endpoint, o => o.PricePer1kIn = 1);
        await using var workers = new ModelWorkers(Options.Create(new InferenceOptions()), TimeProvider.System, external: external);
        LabelledText[] rows = [new("1", "good", "positive"), new("2", "awful", "negative"), new("3", "so-so", "neutral"), new("4", "great", "positive")];

        var answers = await ClassificationRun.OfAsync(ComparedModel.Of(workers, "mine") with { Spent = () => external.UsageOf("mine")?.Cost ?? 0, AtOnce = 2 }, rows, TimeProvider.System, default);

        var figures = ClassificationFigures.Of(rows, answers);
        Assert.Equal((0.75, 100.0), (figures.Accuracy, figures.CostOfThousand));
    }

    [Fact]
    public async Task A_missing_key_is_told_and_nothing_is_asked()
    {
        await using var endpoint = await AnswerAsync(_ => "positive");
        await using var workers = Workers(endpoint, o => o.KeyVariable = "TRENDGRAINS_NO_SUCH_KEY");

        var told = await Assert.ThrowsAsync<ModelUnavailableException>(() => workers.ClassifyAsync("mine", ["good"], CallTerms.Bulk, default));

        Assert.Contains("TRENDGRAINS_NO_SUCH_KEY", told.Message, StringComparison.Ordinal);
        Assert.Equal(0, endpoint.Asked);
    }

    private static Task<FakeEndpoint> AnswerAsync(Func<string, string> answer) => FakeEndpoint.ReplyAsync(
        (context, body) => FakeEndpoint.Write(context, FakeEndpoint.Chat(answer((string)body["messages"]![0]!["content"]!))));

    private static ModelWorkers Workers(FakeEndpoint endpoint, Action<ExternalModelOptions>? change = null) =>
        new(Options.Create(new InferenceOptions()), TimeProvider.System, external: External(endpoint, change));

    private static ExternalModels External(FakeEndpoint endpoint, Action<ExternalModelOptions>? change = null)
    {
        var (options, model) = (new ExternalModelsOptions(), endpoint.Options());
        change?.Invoke(model);
        options.Models["mine"] = model;
        return new ExternalModels(Options.Create(options), TimeProvider.System, (_, _) => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    }
}
