using Microsoft.Extensions.Logging.Abstractions;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Tests.Serving;

namespace TrendGrains.Inference.Tests.Caching;

public sealed class KnownResultsTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly MadeUpVersion version = new("1");
    private readonly MadeUpStore store = new();

    [Fact]
    public async Task What_was_asked_before_is_not_run_again()
    {
        var known = Known();
        version.Open();
        await AskAsync(known, ["a", "bb"]);

        Assert.Equal([2f, 1f, 3f], (await AskAsync(known, ["bb", "a", "ccc"])).Select(o => o.Value![0]));
        Assert.Equal(["a", "bb", "ccc"], version.Ran);
        Assert.Equal(new CacheSnapshot(2, 0, 0, 3), version.Cache.Read());
    }

    [Fact]
    public async Task What_is_under_way_for_one_caller_is_waited_for_by_the_others()
    {
        var known = Known();
        var callers = Enumerable.Range(0, 20).Select(_ => AskAsync(known, ["same"])).ToArray();
        version.Open();

        Assert.All(await Task.WhenAll(callers).WaitAsync(patience), o => Assert.Equal(4f, o[0].Value![0]));
        Assert.Equal(["same"], version.Ran);
        Assert.Equal(19, version.Cache.Read().InFlight);
    }

    [Fact]
    public async Task The_same_item_twice_in_one_call_runs_once()
    {
        version.Open();

        Assert.Equal([1f, 1f], (await AskAsync(Known(), ["x", "x"]).WaitAsync(patience)).Select(o => o.Value![0]));
        Assert.Equal(["x"], version.Ran);
    }

    [Fact]
    public async Task A_caller_that_leaves_takes_nobody_elses_answer_along()
    {
        var known = Known();
        using var leaving = new CancellationTokenSource();
        var left = AskAsync(known, ["same"], leaving.Token);
        var stays = AskAsync(known, ["same"]);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(patience));
        version.Open();

        Assert.Equal(4f, (await stays.WaitAsync(patience))[0].Value![0]);
    }

    [Fact]
    public async Task What_fails_is_not_remembered()
    {
        var known = Known();
        version.Open();
        version.Poison.Add("bad");
        Assert.NotNull((await AskAsync(known, ["bad", "good"]))[0].Fault);
        version.Poison.Clear();

        Assert.Equal(3f, (await AskAsync(known, ["bad"]))[0].Value![0]);
        Assert.Equal(["bad", "good", "bad"], version.Ran);
    }

    [Fact]
    public async Task A_costly_result_is_kept_where_the_next_process_finds_it()
    {
        version.Open();
        version.SecondsEach = 1;
        await AskAsync(Known(), ["a", "bb"]);
        var later = new MadeUpVersion("1") { SecondsEach = 1 };
        later.Open();

        Assert.Equal([1f, 2f, 3f], (await AskAsync(Known(), ["a", "bb", "ccc"], default, later)).Select(o => o.Value![0]));
        Assert.Equal(["ccc"], later.Ran);
        Assert.Equal(3, store.Kept.Count);
    }

    [Fact]
    public async Task A_cheap_result_is_not_worth_the_look()
    {
        version.Open();
        await AskAsync(Known(), ["a"]);

        Assert.Equal(0, store.Looks);
    }

    [Fact]
    public async Task A_store_that_is_gone_costs_no_result()
    {
        version.Open();
        (version.SecondsEach, store.IsGone) = (1, true);

        Assert.Equal(1f, (await AskAsync(Known(), ["a"]))[0].Value![0]);
    }

    [Fact]
    public async Task Another_version_does_not_get_this_ones_results()
    {
        var known = Known();
        version.Open();
        await AskAsync(known, ["a"]);
        var other = new MadeUpVersion("2");
        other.Open();

        await AskAsync(known, ["a"], default, other);
        Assert.Equal(["a"], other.Ran);
    }

    [Fact]
    public void Memory_keeps_what_was_used_last_within_its_bytes()
    {
        var memory = new ResultMemory(2000);
        var keys = Enumerable.Range(0, 100).Select(i => new ResultKey(Guid.NewGuid(), 1)).ToArray();
        foreach (var key in keys)
        {
            memory.Keep(key, new float[4]);
            Assert.NotNull(memory.Find(keys[0]));
        }

        Assert.InRange(memory.Bytes, 1, 2000);
        Assert.NotNull(memory.Find(keys[0]));
        Assert.NotNull(memory.Find(keys[99]));
        Assert.Null(memory.Find(keys[1]));
    }

    private KnownResults Known() => new(new ResultMemory(1 << 20), store, TimeSpan.FromMilliseconds(100), TimeProvider.System, NullLogger.Instance);

    private Task<Outcome<float[]>[]> AskAsync(KnownResults known, string[] items, CancellationToken cancellationToken = default, MadeUpVersion? of = null) =>
        known.RunAsync(of ?? version, items, Array.ConvertAll(items, ItemHash.Of), CallTerms.Bulk, cancellationToken);
}
