using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Grains.Ingest;
using TrendGrains.Inference.External;
using TrendGrains.Storage.Items;
using TrendGrains.TestKit;

namespace TrendGrains.Grains.Tests.Ingest;

public sealed class MarkStepsTests
{
    [Fact]
    public async Task Each_model_is_called_once_for_a_batch_and_none_waits_for_another()
    {
        await using var listed = new ListedModels("topic", "tone", "severity");
        var all = new TaskCompletionSource();
        var asked = 0;
        var (grains, workers) = ScriptedWorkers.Answering(async (model, batch, _) =>
        {
            if (Interlocked.Increment(ref asked) == 3)
            {
                all.SetResult();
            }

            await all.Task;
            return ScriptedWorkers.Sure(model, batch);
        });

        var marks = await Steps(listed).MarkAsync(["one", null, "three"], null, grains, default).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["severity one three", "tone one three", "topic one three"], workers.Calls.Select(c => $"{c.Model} {string.Join(' ', c.Texts)}").Order());
        Assert.Equal(["economy", "mild", "negative"], marks[0].Decisions.Select(d => d.Label).Order());
        Assert.Equal((-1.0, 0.0), (marks[2]["tone"]!.Value, marks[2]["severity"]!.Value));
        Assert.Empty(marks[1].Decisions);
        Assert.All(marks, m => Assert.Empty(m.Missing));
    }

    [Fact]
    public async Task A_text_that_a_model_cannot_take_costs_no_other_its_result()
    {
        await using var listed = new ListedModels("topic");
        var (grains, _) = ScriptedWorkers.Answering((model, batch, _) => Task.FromResult(ScriptedWorkers.Sure(model, batch, new RowFault(1, "Too strange."))));

        var marks = await Steps(listed).MarkAsync(["one", "two", "three"], null, grains, default);

        Assert.Equal([new MissingPart("topic", "Too strange.")], marks[1].Missing);
        Assert.Empty(marks[1].Decisions);
        Assert.Equal(["economy", "economy"], new[] { marks[0], marks[2] }.Select(m => m["topic"]!.Label));
    }

    [Fact]
    public async Task A_model_that_is_not_listed_is_not_asked_and_nothing_waits_for_it()
    {
        await using var listed = new ListedModels("tone");
        var (grains, workers) = ScriptedWorkers.Answering((model, batch, _) => Task.FromResult(ScriptedWorkers.Sure(model, batch)));

        var marks = Assert.Single(await Steps(listed).MarkAsync(["one"], null, grains, default));

        Assert.Equal("tone", Assert.Single(workers.Calls).Model);
        Assert.Null(marks["topic"]);
        Assert.Empty(marks.Missing);
    }

    [Fact]
    public async Task No_text_goes_to_a_model_behind_an_address_that_nobody_promoted()
    {
        await using var listed = new ListedModels(Elsewhere("topic-elsewhere"), "tone");
        var (grains, workers) = ScriptedWorkers.Answering((model, batch, _) => Task.FromResult(ScriptedWorkers.Sure(model, batch)));

        var marks = Assert.Single(await Steps(listed).MarkAsync(["one"], null, grains, default));

        Assert.Contains(listed.Models.Models, m => m is { Name: "topic-elsewhere", Task: "topic", Problem: null });
        Assert.Equal("tone", Assert.Single(workers.Calls).Model);
        Assert.Null(marks["topic"]);
        Assert.Empty(marks.Missing);
    }

    [Fact]
    public async Task A_model_behind_an_address_that_was_promoted_over_one_that_is_kept_here_is_asked()
    {
        await using var listed = new ListedModels(Elsewhere("topic"), "topic");
        Assert.False(listed.Models.ForTask("topic")!.IsExternal);

        await listed.Models.Versions.PromoteAsync("topic", listed.Models.Versions.All.Single(m => m.IsExternal).Version, "a test", default);

        Assert.True(listed.Models.ForTask("topic")!.IsExternal);
    }

    [Fact]
    public async Task A_model_that_cannot_be_opened_is_missing_by_name_and_the_others_answer()
    {
        await using var listed = new ListedModels("topic", "tone");
        var (grains, _) = ScriptedWorkers.Answering((model, batch, token) =>
            model == "topic" ? listed.Models.ClassifyAsync(model, batch.Texts, CallTerms.Bulk, token) : Task.FromResult(ScriptedWorkers.Sure(model, batch)));

        var marks = Assert.Single(await Steps(listed).MarkAsync(["one"], null, grains, default));

        Assert.Equal("negative", Assert.Single(marks.Decisions).Label);
        var missing = Assert.Single(marks.Missing);
        Assert.Equal("topic", missing.Part);
        Assert.Contains("topic", missing.Reason, StringComparison.Ordinal);
        Assert.Contains("model.onnx", missing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_item_that_is_known_in_part_only_the_rest_is_asked()
    {
        await using var listed = new ListedModels("topic", "tone", "severity");
        var (grains, workers) = ScriptedWorkers.Answering((model, batch, _) => Task.FromResult(ScriptedWorkers.Sure(model, batch)));
        var known = new KnownParts(Guid.Empty, ["severity", "embedding"], [new ItemDecision("topic", "sports", 0.9, "0", []), new ItemDecision("advert", "editorial", 0.9, "1", [])], null, null, null);

        var marks = Assert.Single(await Steps(listed).MarkAsync(["one"], known, grains, default));

        Assert.Equal("severity", Assert.Single(workers.Calls).Model);
        Assert.Equal(["topic 0 sports", "severity 1 mild"], marks.Decisions.Select(d => $"{d.Task} {d.Version} {d.Label}"));
    }

    [Theory]
    [InlineData("tone", new[] { "bad", "good" }, new[] { 0.5f, 0.5f }, "positive")]
    [InlineData("topic", new[] { "economy", "other" }, new[] { 1f }, "1 scores for 2 labels")]
    [InlineData("severity", new[] { "mild", "grave" }, new[] { 0.5f, float.NaN }, "NaN")]
    public async Task A_model_of_another_kind_is_missing_with_what_is_wrong_with_it(string task, string[] labels, float[] scores, string reason)
    {
        await using var listed = new ListedModels(task);
        var (grains, _) = ScriptedWorkers.Answering((model, _, _) => Task.FromResult(new ClassifyResult(model, "1", labels, [scores], [])));

        Assert.Contains(reason, Assert.Single((await Steps(listed).MarkAsync(["one"], null, grains, default))[0].Missing).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_is_not_said_to_miss_anything()
    {
        await using var listed = new ListedModels("topic");
        using var stop = new CancellationTokenSource();
        var (grains, _) = ScriptedWorkers.Answering(async (_, _, token) =>
        {
            await stop.CancelAsync();
            throw new OperationCanceledException(token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Steps(listed).MarkAsync(["one"], null, grains, stop.Token));
    }

    [Fact]
    public async Task A_worker_that_never_answers_costs_the_batch_its_mark_and_no_more_than_the_steps_time()
    {
        await using var listed = new ListedModels("topic", "tone");
        var clock = new ManualTimeProvider();
        var (grains, workers) = ScriptedWorkers.Answering((model, batch, _) =>
            model == "topic" ? new TaskCompletionSource<ClassifyResult>().Task : Task.FromResult(ScriptedWorkers.Sure(model, batch)));

        var marking = Steps(listed, clock).MarkAsync(["one"], null, grains, default);
        await clock.TimersArmedAsync().WaitAsync(TimeSpan.FromSeconds(30));
        clock.Advance(StepTerms.Longest);
        var marks = Assert.Single(await marking.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal([new MissingPart("topic", "Model 'topic' did not answer within 15 s.")], marks.Missing);
        Assert.Equal("negative", marks["tone"]!.Label);
        Assert.All(workers.Terms, t => Assert.Equal(StepTerms.Longest, t!.Within));
    }

    private static ExternalModels Elsewhere(string name)
    {
        var options = new ExternalModelsOptions();
        options.Models[name] = new ExternalModelOptions { Task = "topic", Address = "https://models.example/v1", Model = "m", Labels = ListedModels.LabelsOf("topic") };
        return new ExternalModels(Options.Create(options), TimeProvider.System, (_, _) => throw new InvalidOperationException("Nothing may be asked."));
    }

    private static MarkSteps Steps(ListedModels listed, TimeProvider? clock = null) =>
        new(listed.Models, new SeverityReasons(clock ?? TimeProvider.System), clock ?? TimeProvider.System, NullLogger<MarkSteps>.Instance);
}
