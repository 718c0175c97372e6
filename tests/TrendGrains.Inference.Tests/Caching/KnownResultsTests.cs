using Microsoft.Extensions.Logging.Abstractions;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Tests.Serving;
using TrendGrains.TestKit;

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
        await using (var before = Known())
        {
            await AskAsync(before, ["a", "bb"]);
        }
        var later = new MadeUpVersion("1") { SecondsEach = 1 };
        later.Open();

        await using (var known = Known())
        {
            Assert.Equal([1f, 2f, 3f], (await AskAsync(known, ["a", "bb", "ccc"], default, later)).Select(o => o.Value![0]));
        }
        Assert.Equal(["ccc"], later.Ran);
        Assert.Equal(3, store.Kept.Count);
    }

    [Fact]
    public async Task A_kept_result_that_is_too_long_is_none_of_the_version_s()
    {
        version.Open();
        version.SecondsEach = 1;
        store.Kept[("made-up", version.KeptAs, ItemHash.Of("abc"))] = [7, 7];
        store.Kept[("made-up", version.KeptAs, ItemHash.Of("abcd"))] = [9];
        await using var known = Known();

        Assert.Equal([[3f], [9f]], (await AskAsync(known, ["abc", "abcd"])).Select(o => o.Value!));
    }

    [Fact]
    public void Other_files_or_settings_of_the_same_version_keep_their_results_apart()
    {
        var entry = MadeUpVersion.EntryOf("1") with { Files = [new ModelFile("model.onnx", "aa"), new ModelFile("b", "bb")] };
        var kept = KeptResults.NameOf(entry);

        Assert.StartsWith("1+", kept, StringComparison.Ordinal);
        Assert.NotEqual(kept, KeptResults.NameOf(entry with { Files = [new ModelFile("model.onnx", "ab"), new ModelFile("b", "bb")] }));
        Assert.NotEqual(kept, KeptResults.NameOf(entry with { Labels = ["size"] }));
        Assert.NotEqual(kept, KeptResults.NameOf(entry with { Dimension = 2 }));
        Assert.Equal(kept, KeptResults.NameOf(entry with { Files = [new ModelFile("b", "bb"), new ModelFile("model.onnx", "aa")], License = "MIT" }));
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_its_keeping_and_closing_does()
    {
        var kept = new TaskCompletionSource();
        (version.SecondsEach, store.Keeping) = (1, kept.Task);
        version.Open();
        var known = Known();

        Assert.Equal(1f, (await AskAsync(known, ["a"]).WaitAsync(patience))[0].Value![0]);
        Assert.Empty(store.Kept);
        var closing = known.DisposeAsync().AsTask();
        Assert.False(closing.IsCompleted);

        kept.SetResult();
        await closing.WaitAsync(patience);
        Assert.Single(store.Kept);
    }

    [Fact]
    public async Task A_store_that_hangs_costs_a_look_of_bounded_time_and_no_result()
    {
        var clock = new ManualTimeProvider();
        (version.SecondsEach, store.Looking) = (1, new TaskCompletionSource().Task);
        version.Open();

        var asked = AskAsync(Known(clock), ["a"], terms: new CallTerms(CallPriority.Bulk, TimeSpan.FromSeconds(3)));
        await clock.TimersArmedAsync().WaitAsync(patience);
        clock.Advance(TimeSpan.FromSeconds(1.5));

        Assert.Equal(1f, (await asked.WaitAsync(patience))[0].Value![0]);
    }

    [Fact]
    public async Task An_item_that_fails_is_run_once_for_all_who_asked_before_it_failed()
    {
        var known = Known();
        version.Poison.Add("bad");
        var callers = Enumerable.Range(0, 20).Select(_ => AskAsync(known, ["bad", "bad", "bad"])).ToArray();
        version.Open();

        Assert.All(await Task.WhenAll(callers).WaitAsync(patience), o => Assert.All(o, one => Assert.Equal("poisoned", one.Fault!.Message)));
        Assert.Equal(["bad"], version.Ran);
        Assert.Equal(0, version.Cache.Read().InFlight);
    }

    [Fact]
    public async Task A_caller_whose_time_is_up_takes_nobody_elses_answer_along()
    {
        var clock = new ManualTimeProvider();
        var slow = new MadeUpVersion("1", clock);
        var known = Known(clock);
        var hurried = AskAsync(known, ["same"], default, slow, new CallTerms(CallPriority.Bulk, TimeSpan.FromSeconds(1)));
        var stays = AskAsync(known, ["same"], default, slow);

        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ModelTimeoutException>(() => hurried.WaitAsync(patience));
        slow.Open();

        Assert.Equal(4f, (await stays.WaitAsync(patience))[0].Value![0]);
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

    private KnownResults Known(TimeProvider? clock = null) =>
        new(new ResultMemory(1 << 20), store, TimeSpan.FromMilliseconds(100), clock ?? TimeProvider.System, NullLogger.Instance);

    private Task<Outcome<float[]>[]> AskAsync(
        KnownResults known, string[] items, CancellationToken cancellationToken = default, MadeUpVersion? of = null, CallTerms? terms = null) =>
        known.RunAsync(of ?? version, items, Array.ConvertAll(items, ItemHash.Of), terms ?? CallTerms.Bulk, cancellationToken);
}
