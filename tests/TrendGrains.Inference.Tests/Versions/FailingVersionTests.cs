using System.Security.Cryptography;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Versions;

/// <summary>Version 1 gives back what it gets; version 2 the logarithm, which a negative number has none of.</summary>
public sealed class FailingVersionTests : IDisposable
{
    private const string Model = "made";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly VersionsFolder folder = new();
    private readonly ManualTimeProvider clock = new();

    public FailingVersionTests()
    {
        var entries = new[] { ("1", "identity"), ("2", "log") }.Select(version =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", version.Item2 + ".onnx"));
            Directory.CreateDirectory(Path.Combine(folder.Folder, version.Item2));
            File.WriteAllBytes(Path.Combine(folder.Folder, version.Item2, "model.onnx"), bytes);
            return $$"""
                {"name":"{{Model}}","version":"{{version.Item1}}","task":"made","folder":"{{version.Item2}}","features":["a","b"],"labels":["a","b"],
                "files":{"model.onnx":"{{Convert.ToHexStringLower(SHA256.HashData(bytes))}}"} }
                """;
        });
        File.WriteAllText(Path.Combine(folder.Folder, "catalog.json"), $$"""{"models":[{{string.Join(',', entries)}}]}""");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_promoted_version_that_fails_too_often_goes_back_by_itself()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.PromoteAsync(Model, "2", "", default);
        Assert.Equal("2", (await workers.ScoreAsync(Model, Rows(1, 100), default)).Version);

        // A tenth of what it has seen fails: not yet.
        await Assert.ThrowsAsync<InvalidOperationException>(() => workers.ScoreAsync(Model, Rows(-10, 10), default));
        await Task.Yield();
        Assert.Equal("2", workers.Versions.Of(Model)!.Live);

        await Assert.ThrowsAsync<InvalidOperationException>(() => workers.ScoreAsync(Model, Rows(-40, 30), default));
        await UntilAsync(() => workers.Versions.Of(Model)!.Live == "1");
        Assert.Equal(-7f, (await workers.ScoreAsync(Model, [[-7, -7]], default)).Scores[0][0]);
        Assert.Contains("40 of its last 140 items failed", workers.Versions.Changes(Model)[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_canary_fails_at_the_live_version_answers_and_the_canary_ends()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.CanaryAsync(Model, "2", 100, "", default);

        var result = await workers.ScoreAsync(Model, Rows(-50, 100), default);

        Assert.Equal(Enumerable.Range(-50, 100).Select(i => i <= 0 ? "1" : "2"), Enumerable.Range(0, 100).Select(result.VersionOf));
        Assert.Equal(-50f, result.Scores[0][0]);
        Assert.Equal(MathF.Log(49), result.Scores[99][0], 1e-5f);
        await UntilAsync(() => workers.Versions.Of(Model)!.Trial is null);
        Assert.Contains("items failed", workers.Versions.Changes(Model)[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_version_without_one_before_it_goes_on()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.PromoteAsync(Model, "2", "", default);
        await workers.Versions.RollBackAsync(Model, "2", "", default);

        Assert.Equal(64, (await workers.ScoreAsync(Model, Rows(-64, 64), default)).Scores.Length);
        Assert.Equal("1", workers.Versions.Of(Model)!.Live);
    }

    private static float[][] Rows(int from, int count) => [.. Enumerable.Range(from, count).Select(i => new float[] { i, i })];

    private async Task UntilAsync(Func<bool> reached)
    {
        using var given = new CancellationTokenSource(patience);
        while (!reached())
        {
            Assert.False(given.IsCancellationRequested, "it never came so far");
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
