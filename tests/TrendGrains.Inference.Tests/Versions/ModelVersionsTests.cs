using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Versions;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Versions;

public sealed class ModelVersionsTests : IDisposable
{
    private const string Model = "advert";

    private readonly VersionsFolder folder = new VersionsFolder().With(Model, ("2", false), ("3", false), ("4", true));
    private readonly ManualTimeProvider clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_that_is_listed_serves_until_another_is_promoted_and_then_every_process_knows()
    {
        await using var here = folder.Workers(clock);
        await using var elsewhere = folder.Workers(clock);
        var shipped = here.Models.Single(m => m.Name == Model).Version;
        Assert.Equal([shipped, "2", "3", "4"], here.Versions.All.Where(m => m.Name == Model).Select(m => m.Version));
        Assert.Equal(shipped, elsewhere.Versions.Of(Model)!.Live);

        await here.Versions.PromoteAsync(Model, "2", "better on Monday's rows", default);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("2", elsewhere.Models.Single(m => m.Name == Model).Version);
        Assert.Equal([shipped], elsewhere.Versions.Of(Model)!.Earlier);
        await using var afterwards = folder.Workers(clock);
        Assert.Equal("2", afterwards.Versions.Of(Model)!.Live);
        var change = Assert.Single(afterwards.Versions.Changes(Model));
        Assert.Equal(("promote", shipped, "2", "better on Monday's rows", clock.GetUtcNow() - TimeSpan.FromSeconds(1)), (change.What, change.From, change.To, change.Why, change.At));
    }

    [Fact]
    public async Task A_rollback_goes_back_to_what_served_before_and_once_only()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.PromoteAsync(Model, "2", "", default);
        await workers.Versions.PromoteAsync(Model, "3", "", default);

        Assert.Equal("2", (await workers.Versions.RollBackAsync(Model, "3", "it fails", default)).Live);
        Assert.Equal("2", (await workers.Versions.RollBackAsync(Model, "3", "another process saw it too", default)).Live);
        Assert.Equal(3, workers.Versions.Changes(Model).Count);
    }

    [Fact]
    public async Task Nothing_served_before_the_first()
    {
        await using var workers = folder.Workers(clock);
        var first = workers.Versions.Of(Model)!.Live;

        await Assert.ThrowsAsync<ModelVersionException>(() => workers.Versions.RollBackAsync(Model, first, "", default));
        Assert.Equal(first, workers.Versions.Of(Model)!.Live);
    }

    [Theory]
    [InlineData("no-such", "2", "There is no model 'no-such'")]
    [InlineData("advert", "9", "has no version 9; it has:")]
    [InlineData("text-embedding", "9", "has no version 9")]
    public async Task What_is_not_there_is_refused_with_what_is(string model, string version, string reason)
    {
        await using var workers = folder.Workers(clock);

        var refused = await Assert.ThrowsAsync<ModelVersionException>(() => workers.Versions.PromoteAsync(model, version, "", default));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canary_of_vectors_is_refused_and_a_shadow_is_not()
    {
        using var own = new VersionsFolder().With(ShippedModel.Name, ("2", false));
        await using var workers = own.Workers(clock);

        var refused = await Assert.ThrowsAsync<ModelVersionException>(() => workers.Versions.CanaryAsync(ShippedModel.Name, "2", 10, "", default));
        Assert.Contains("do not mix", refused.Message, StringComparison.Ordinal);
        Assert.Equal(TrialKind.Shadow, (await workers.Versions.ShadowAsync(ShippedModel.Name, "2", "", default)).Trial!.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100.5)]
    [InlineData(double.NaN)]
    public async Task A_share_out_of_range_is_refused(double percent)
    {
        await using var workers = folder.Workers(clock);

        await Assert.ThrowsAsync<ModelVersionException>(() => workers.Versions.CanaryAsync(Model, "2", percent, "", default));
    }

    [Fact]
    public async Task Decisions_made_at_once_by_several_processes_are_all_kept()
    {
        var workers = Enumerable.Range(0, 8).Select(_ => folder.Workers()).ToArray();

        await Task.WhenAll(workers.Select((w, i) => Task.Run(() => w.Versions.PromoteAsync(Model, i % 2 == 0 ? "2" : "3", $"{i}", default))));

        var changes = workers[0].Versions.Changes(Model);
        Assert.Equal(changes.Count, changes.Select(c => c.Why).Distinct().Count());
        Assert.All(changes.Skip(1).Zip(changes), pair => Assert.Equal(pair.Second.To, pair.First.From));
        foreach (var one in workers)
        {
            await one.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_leaves_what_was_decided()
    {
        await using var workers = folder.Workers(clock);
        await workers.Versions.PromoteAsync(Model, "2", "", default);

        var path = Path.Combine(folder.Folder, "versions.json");
        var (whole, written) = (File.ReadAllText(path), File.GetLastWriteTimeUtc(path));
        File.WriteAllText(path, "{ half a");
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("2", workers.Versions.Of(Model)!.Live);
        Assert.Contains("versions.json", (await Assert.ThrowsAsync<ModelVersionException>(() => workers.Versions.PromoteAsync(Model, "3", "", default))).Message, StringComparison.Ordinal);
        Assert.Equal("{ half a", File.ReadAllText(path));

        File.WriteAllText(path, whole);
        File.SetLastWriteTimeUtc(path, written);
        Assert.Equal(["2", "3"], [workers.Versions.Of(Model)!.Live, (await workers.Versions.PromoteAsync(Model, "3", "", default)).Live]);
        Assert.Equal(2, workers.Versions.Changes(Model).Count);
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_for_a_while_is_read_again_as_it_stands()
    {
        var path = Path.Combine(folder.Folder, "versions.json");
        await using var here = folder.Workers(clock);
        await here.Versions.PromoteAsync(Model, "2", "", default);
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, new byte[whole.Length]);
        var written = File.GetLastWriteTimeUtc(path);
        await using var other = folder.Workers(clock);
        Assert.NotEqual("2", other.Versions.Of(Model)!.Live);

        File.WriteAllBytes(path, whole);
        File.SetLastWriteTimeUtc(path, written);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("2", other.Versions.Of(Model)!.Live);
    }

    [Fact]
    public async Task A_version_that_is_listed_no_more_gives_way_to_the_first()
    {
        await using (var workers = folder.Workers(clock))
        {
            await workers.Versions.PromoteAsync(Model, "2", "", default);
        }
        folder.With(Model, ("3", false));
        await using var later = folder.Workers(clock);

        Assert.NotEqual("2", later.Versions.Of(Model)!.Live);
    }

    [Fact]
    public void A_canary_meets_its_share_of_items_and_always_the_same_ones()
    {
        var contents = Enumerable.Range(0, 20_000).Select(i => ItemHash.Of($"item {i}")).ToArray();

        var taken = contents.Count(c => CanaryShare.Takes("2", c, 10));
        Assert.InRange(taken, 1800, 2200);
        Assert.All(contents.Where(c => CanaryShare.Takes("2", c, 10)), c => Assert.True(CanaryShare.Takes("2", c, 11)));
        Assert.InRange(contents.Count(c => CanaryShare.Takes("2", c, 10) && CanaryShare.Takes("3", c, 10)), 120, 280);
        Assert.All(contents, c => Assert.True(CanaryShare.Takes("2", c, 100)));
    }

    [Theory]
    [InlineData(49, 49, 0, 0, false)]
    [InlineData(50, 9, 0, 0, false)]
    [InlineData(50, 10, 0, 0, true)]
    [InlineData(100, 30, 100, 20, false)]
    [InlineData(100, 40, 100, 20, true)]
    public void A_version_goes_when_it_fails_often_enough_and_more_than_the_live_one(int items, int failed, int liveItems, int liveFailed, bool isBad) =>
        Assert.Equal(isBad, new RollbackRule(50, 0.2).IsBad((items, failed), (liveItems, liveFailed)));

    [Fact]
    public void Failures_are_forgotten_after_five_minutes()
    {
        var window = new ErrorWindow(clock);
        window.Add(10, 5);
        clock.Advance(TimeSpan.FromMinutes(4));
        window.Add(1, 0);
        Assert.Equal((11, 5), window.Read());

        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((1, 0), window.Read());
    }
}
