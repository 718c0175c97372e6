using Microsoft.Extensions.Logging.Abstractions;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Grains.Ingest;
using TrendGrains.TestKit;

namespace TrendGrains.Grains.Tests.Ingest;

public sealed class SeverityReasonsTests
{
    [Fact]
    public async Task Grave_items_are_stored_with_the_words_that_made_them_so()
    {
        await using var listed = new ListedModels("severity");
        var (grains, workers) = ScriptedWorkers.Answering((model, batch, _) => Task.FromResult(Scored(model, batch)));

        var marks = await Steps(listed).MarkAsync(["Seven killed in factory fire\n", "Choir sings in the park\n"], null, grains, default);

        Assert.Equal(["killed", "fire"], marks[0]["severity"]!.Why);
        Assert.Empty(marks[1]["severity"]!.Why);

        // One call for both, and one for the words of the grave one.
        Assert.Equal(2, workers.Calls.Count);
    }

    [Fact]
    public async Task Of_many_grave_items_only_the_gravest_are_asked()
    {
        await using var listed = new ListedModels("severity");
        var (grains, workers) = ScriptedWorkers.Answering((model, batch, _) => Task.FromResult(Scored(model, batch)));

        var marks = await Steps(listed).MarkAsync([.. Enumerable.Range(0, 100).Select(i => $"Town {i}: seven killed in fire\n")], null, grains, default);

        Assert.Equal(13, workers.Calls.Count);
        Assert.Equal(12, marks.Count(m => m["severity"]!.Why.Length > 0));
        Assert.All(marks, m => Assert.Empty(m.Missing));
    }

    [Fact]
    public async Task A_model_that_is_busy_with_reasons_has_said_how_grave_it_is()
    {
        await using var listed = new ListedModels("severity");
        var calls = 0;
        var (grains, _) = ScriptedWorkers.Answering((model, batch, _) => ++calls == 1
            ? Task.FromResult(Scored(model, batch))
            : Task.FromException<ClassifyResult>(new ModelBusyException(model, TimeSpan.FromSeconds(1))));

        var marks = Assert.Single(await Steps(listed).MarkAsync(["Seven killed in factory fire\n"], null, grains, default));

        Assert.Equal(0.9, marks["severity"]!.Value);
        Assert.Empty(marks["severity"]!.Why);
        Assert.Empty(marks.Missing);
    }

    [Fact]
    public async Task A_batch_does_not_wait_while_another_is_told_its_reasons()
    {
        await using var listed = new ListedModels("severity");
        var clock = new ManualTimeProvider();
        using var reasons = new SeverityReasons(clock);
        var (explaining, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (grains, _) = ScriptedWorkers.Answering(async (model, batch, _) =>
        {
            if (batch.Texts.Length > 1)
            {
                explaining.TrySetResult();
                await go.Task;
            }

            return Scored(model, batch);
        });
        var steps = new MarkSteps(listed.Models, reasons, clock, NullLogger<MarkSteps>.Instance);

        var first = steps.MarkAsync(["Seven killed in factory fire\n"], null, grains, default);
        await explaining.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var second = Assert.Single(await steps.MarkAsync(["Nine killed in flood and fire\n"], null, grains, default).WaitAsync(TimeSpan.FromSeconds(30)));
        go.SetResult();

        Assert.Empty(second["severity"]!.Why);
        Assert.NotEmpty(Assert.Single(await first)["severity"]!.Why);
    }

    [Fact]
    public async Task A_version_on_trial_has_no_say_in_the_reasons()
    {
        await using var listed = new ListedModels("severity");
        var (grains, workers) = ScriptedWorkers.Answering((model, batch, _) => Task.FromResult(Scored(model, batch) with
        {
            // Of the items the second; of the words whatever lacks "killed".
            Versions = [.. batch.Texts.Select((t, row) => batch.Terms!.Within == StepTerms.Longest ? (row == 1 ? "2" : "1") : t.Contains("killed", StringComparison.Ordinal) ? "1" : "2")],
        }));

        var marks = await Steps(listed).MarkAsync(["Seven killed in factory fire\n", "Nine killed in flood and fire\n"], null, grains, default);

        Assert.Equal(["fire"], marks[0]["severity"]!.Why);
        Assert.Empty(marks[1]["severity"]!.Why);
        Assert.Equal(2, workers.Calls.Count);
    }

    /// <summary>Killed and fire are grave, each by itself too.</summary>
    private static ClassifyResult Scored(string model, TextBatch batch) => new(
        model, "1", ["mild", "grave"],
        [.. batch.Texts.Select(t => (Killed: t.Contains("killed", StringComparison.Ordinal), Fire: t.Contains("fire", StringComparison.Ordinal)) switch
        {
            (true, true) => new[] { 0.1f, 0.9f },
            (false, true) => [0.7f, 0.3f],
            (true, false) => [0.4f, 0.6f],
            _ => [0.95f, 0.05f],
        })],
        []);

    private static MarkSteps Steps(ListedModels listed) => new(listed.Models, new SeverityReasons(TimeProvider.System), TimeProvider.System, NullLogger<MarkSteps>.Instance);
}
