using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Versions;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Versions;

public sealed class TrialTests : IDisposable
{
    private const string Model = "advert";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly VersionsFolder folder = new VersionsFolder().With(Model, ("2", false), ("3", true));
    private readonly ManualTimeProvider clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_canary_answers_its_share_and_each_row_tells_which_version_did()
    {
        await using var workers = folder.Workers(clock);
        var live = workers.Versions.Of(Model)!.Live;
        await workers.Versions.CanaryAsync(Model, "2", 30, "", default);

        var result = await workers.ScoreAsync(Model, Rows(workers, 200), default).WaitAsync(patience);

        var canary = Enumerable.Range(0, 200).Count(i => result.VersionOf(i) == "2");
        Assert.InRange(canary, 35, 85);
        Assert.Equal(200 - canary, Enumerable.Range(0, 200).Count(i => result.VersionOf(i) == live));
        Assert.Equal(canary, workers.Snapshot().Single(s => s.Role == "canary").Queue!.Items);
        Assert.All(result.All(), s => Assert.Equal(1, s.Sum(), 1e-3f));
    }

    [Fact]
    public async Task A_shadow_is_asked_and_compared_and_not_used()
    {
        await using var workers = folder.Workers(clock);
        var live = workers.Versions.Of(Model)!.Live;
        await workers.Versions.ShadowAsync(Model, "2", "", default);

        var result = await workers.ScoreAsync(Model, Rows(workers, 100), default).WaitAsync(patience);

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(live, result.VersionOf(i)));
        await UntilAsync(() => workers.Snapshot().SingleOrDefault(s => s.Role == "shadow")?.Shadow is { Agreed: 100, Differed: 0, Failed: 0 }, passes: TimeSpan.Zero);
    }

    [Fact]
    public async Task A_promoted_version_that_cannot_be_opened_gives_way_to_the_last_good_one()
    {
        await using var workers = folder.Workers(clock);
        var good = workers.Versions.Of(Model)!.Live;
        await workers.Versions.PromoteAsync(Model, "3", "unseen", default);

        Assert.Equal(good, (await workers.ScoreAsync(Model, Rows(workers, 1), default)).Version);
        await UntilAsync(() => workers.Versions.Of(Model)!.Live == good);
        Assert.Equal("roll back", workers.Versions.Changes(Model)[^1].What);
    }

    [Fact]
    public async Task A_trial_that_cannot_be_opened_is_ended_with_the_reason_and_nobody_notices()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.CanaryAsync(Model, "3", 100, "", default);

        Assert.Single((await workers.ScoreAsync(Model, Rows(workers, 1), default)).Scores);
        await UntilAsync(() => workers.Versions.Of(Model)!.Trial is null);
        Assert.Contains("model.onnx", workers.Versions.Changes(Model)[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_cannot_be_opened_fails_alone_naming_its_file_and_is_tried_again_later()
    {
        using var broken = new VersionsFolder().With("article", ("1", true));
        File.Move(Path.Combine(broken.Folder, "catalog.json"), Path.Combine(broken.Folder, "catalog.tmp"));
        File.WriteAllText(
            Path.Combine(broken.Folder, "catalog.json"),
            File.ReadAllText(Path.Combine(broken.Folder, "catalog.tmp")).Replace("\"name\":\"article\"", "\"name\":\"own-article\"", StringComparison.Ordinal));
        await using var workers = broken.Workers(clock);
        var row = Rows(workers, 1, "article");

        var first = await Assert.ThrowsAsync<ModelUnavailableException>(() => workers.ScoreAsync("own-article", row, default));
        Assert.Equal(("own-article", TimeSpan.FromSeconds(1)), (first.Model, first.RetryAfter));
        Assert.Contains("model.onnx", first.Message, StringComparison.Ordinal);
        Assert.Same(first, await Assert.ThrowsAsync<ModelUnavailableException>(() => workers.ScoreAsync("own-article", row, default)));
        Assert.Single((await workers.ScoreAsync("article", row, default)).Scores);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(2), (await Assert.ThrowsAsync<ModelUnavailableException>(() => workers.ScoreAsync("own-article", row, default))).RetryAfter);
        Assert.Contains("model.onnx", workers.Snapshot().Single(s => s.Model == "own-article").Problem, StringComparison.Ordinal);

        // The file is the catalog's business; what stands in it now is a model.
        File.Copy(Path.Combine(ShippedModel.Folder, "article", "model.onnx"), Path.Combine(broken.Folder, "article-1", "model.onnx"), overwrite: true);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single((await workers.ScoreAsync("own-article", row, default)).Scores);
    }

    private static float[][] Rows(ModelWorkers workers, int count, string model = Model)
    {
        var width = workers.Models.First(m => m.Name == model).Features.Count;
        return [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, width).Select(f => f == 0 ? i : (float)((i + f) % 3)).ToArray())];
    }

    /// <summary>Yields until what goes on beside has come so far; the clock's seconds pass meanwhile, so that decisions are looked up.</summary>
    private async Task UntilAsync(Func<bool> reached, TimeSpan? passes = null)
    {
        using var given = new CancellationTokenSource(patience);
        while (!reached())
        {
            Assert.False(given.IsCancellationRequested, "it never came so far");
            clock.Advance(passes ?? TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
