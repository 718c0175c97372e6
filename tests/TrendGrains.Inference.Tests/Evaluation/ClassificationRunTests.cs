using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Inference.Tests.Evaluation;

public sealed class ClassificationRunTests
{
    private static readonly LabelledText[] rows = [new("1", "win", "sports"), new("2", "tax", "economy"), new("3", "rate", "economy")];

    [Fact]
    public async Task The_label_of_the_highest_score_is_what_a_model_says()
    {
        var answers = await RunAsync(text => text == "win" ? [0.2f, 0.8f] : [0.9f, 0.1f]);

        Assert.Equal(["sports", "economy", "economy"], answers.Rows.Select(a => a.Label));
        Assert.Equal(0.8, answers.Rows[0].Score, 1e-6);
        Assert.Equal("7", answers.Version);
    }

    [Fact]
    public async Task A_threshold_or_a_gold_file_s_own_words_may_say_what_scores_mean()
    {
        var model = new ComparedModel("m", (_, _) => Task.FromResult(Result([0.7f, 0.3f]))) { Read = result => (result.Labels[1], result.Scores[0]![1]) };

        var answers = await ClassificationRun.OfAsync(model, rows, TimeProvider.System, default);

        Assert.All(answers.Rows, a => Assert.Equal(("sports", 0.3f), (a.Label, (float)a.Score)));
    }

    [Fact]
    public async Task A_row_that_fails_costs_no_other_its_answer()
    {
        var answers = await RunAsync(text => text == "tax" ? throw new TimeoutException("too late") : [0.9f, 0.1f]);

        Assert.Equal([false, true, false], answers.Rows.Select(a => a.Label is null));
        Assert.Equal("too late", answers.Rows[1].Problem);
    }

    [Fact]
    public async Task A_fault_of_the_model_is_the_row_s_problem()
    {
        var model = new ComparedModel("m", (_, _) => Task.FromResult(new ClassifyResult("m", "7", ["a", "b"], [null], [new RowFault(0, "no word in it")])));

        var answers = await ClassificationRun.OfAsync(model, rows, TimeProvider.System, default);

        Assert.All(answers.Rows, a => Assert.Equal("no word in it", a.Problem));
    }

    [Fact]
    public async Task The_call_that_warms_the_model_costs_the_rows_nothing()
    {
        var spent = 0.0;
        var model = new ComparedModel("m", (_, _) => Task.FromResult(Result([1, 0], spent += 0.5)), () => spent);

        Assert.Equal(1.5, (await ClassificationRun.OfAsync(model, rows, TimeProvider.System, default)).Cost);
    }

    [Fact]
    public async Task A_caller_who_gives_up_ends_the_run()
    {
        using var stop = new CancellationTokenSource();
        var model = new ComparedModel("m", async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Result([1, 0]);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ClassificationRun.OfAsync(model, rows, TimeProvider.System, stop.Token));
    }

    [Fact]
    public async Task A_model_worker_is_asked_through_its_queue()
    {
        await using var workers = new ModelWorkers(Microsoft.Extensions.Options.Options.Create(new InferenceOptions()), TimeProvider.System);

        var answers = await ClassificationRun.OfAsync(ComparedModel.Of(workers, "no-such"), rows, TimeProvider.System, default);

        Assert.All(answers.Rows, a => Assert.Contains("There is no model 'no-such'", a.Problem, StringComparison.Ordinal));
    }

    private static Task<ModelAnswers> RunAsync(Func<string, float[]> scores) =>
        ClassificationRun.OfAsync(new ComparedModel("m", (row, _) => Task.FromResult(Result(scores(row.Text)))), rows, TimeProvider.System, default);

    private static ClassifyResult Result(float[] scores, double ignored = 0) => new("m", "7", ["economy", "sports"], [scores], []);
}
