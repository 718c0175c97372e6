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

    public FailingVersionTests() => List(("1", "identity"), ("2", "log"));

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
        Assert.Equal(-7f, (await workers.ScoreAsync(Model, [[-7, -7]], default)).Scores[0]![0]);
        Assert.Contains("40 of its last 140 items failed", workers.Versions.Changes(Model)[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_fails_costs_the_others_of_its_call_nothing()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.PromoteAsync(Model, "2", "", default);

        var result = await workers.ScoreAsync(Model, Rows(-1, 100), default);

        // Neither -1 nor 0 has a logarithm.
        Assert.Equal([0, 1], result.Faults!.Select(f => f.Row));
        Assert.All(result.Faults!, f => Assert.Contains("no number", f.Reason, StringComparison.Ordinal));
        Assert.Equal(result.Faults!.Select(f => f.Row), Enumerable.Range(0, 100).Where(row => result.Scores[row] is null));
        Assert.Equal(MathF.Log(98), result.Scores[99]![0], 1e-5f);
    }

    [Fact]
    public async Task What_a_canary_fails_at_the_live_version_answers_and_the_canary_ends()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.CanaryAsync(Model, "2", 100, "", default);

        var result = await workers.ScoreAsync(Model, Rows(-50, 100), default);

        Assert.Equal(Enumerable.Range(-50, 100).Select(i => i <= 0 ? "1" : "2"), Enumerable.Range(0, 100).Select(result.VersionOf));
        Assert.Equal(-50f, result.Scores[0]![0]);
        Assert.Equal(MathF.Log(49), result.Scores[99]![0], 1e-5f);
        await UntilAsync(() => workers.Versions.Of(Model)!.Trial is null);
        Assert.Contains("items failed", workers.Versions.Changes(Model)[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_version_without_one_before_it_goes_on()
    {
        List(("2", "log"));
        await using var workers = folder.Workers(clock);

        await Assert.ThrowsAsync<InvalidOperationException>(() => workers.ScoreAsync(Model, Rows(-64, 64), default));

        Assert.Equal((64, 64), workers.Snapshot().Where(s => s.Model == Model).Select(s => (s.RecentItems, s.RecentFailures)).Single());
        Assert.Equal(MathF.Log(3), (await workers.ScoreAsync(Model, [[3, 3]], default)).Scores[0]![0], 1e-5f);
        Assert.Equal("2", workers.Versions.Of(Model)!.Live);
        Assert.Empty(workers.Versions.Changes(Model));
    }

    [Fact]
    public async Task A_shadow_that_says_something_else_is_seen_to_differ()
    {
        List(("1", "identity"), ("3", "opposite"));
        await using var workers = folder.Workers(clock);
        await workers.Versions.ShadowAsync(Model, "3", "", default);

        await workers.ScoreAsync(Model, [[1, 2], [2, 1], [5, 5]], default);

        await UntilAsync(() => workers.Snapshot().SingleOrDefault(s => s.Role == "shadow")?.Shadow is { Agreed: 1, Differed: 2, Failed: 0 });
    }

    private void List(params (string Version, string Graph)[] versions)
    {
        var entries = versions.Select(version =>
        {
            var bytes = Graph(version.Graph);
            Directory.CreateDirectory(Path.Combine(folder.Folder, version.Graph));
            File.WriteAllBytes(Path.Combine(folder.Folder, version.Graph, "model.onnx"), bytes);
            return $$"""
                {"name":"{{Model}}","version":"{{version.Version}}","task":"made","folder":"{{version.Graph}}","features":["a","b"],"labels":["a","b"],
                "files":{"model.onnx":"{{Convert.ToHexStringLower(SHA256.HashData(bytes))}}"} }
                """;
        });
        File.WriteAllText(Path.Combine(folder.Folder, "catalog.json"), $$"""{"models":[{{string.Join(',', entries)}}]}""");
    }

    /// <summary>The negative of a number is a logarithm but for three letters in the file.</summary>
    private static byte[] Graph(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", (name == "opposite" ? "log" : name) + ".onnx"));
        if (name == "opposite")
        {
            "Neg"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("Log"u8)));
        }
        return bytes;
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
