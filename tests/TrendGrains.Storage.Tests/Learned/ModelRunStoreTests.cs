using TrendGrains.Storage.Learned;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests.Learned;

public sealed class ModelRunStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string model = $"model-{Guid.NewGuid():N}";

    private ModelRunStore Runs => database.Get<ModelRunStore>();

    [DatabaseFact]
    public async Task Gives_back_what_was_kept_in_the_order_asked_and_nothing_of_another_version()
    {
        var (a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Runs.KeepAsync(model, "1", [KeyValuePair.Create(a, new[] { 0.1f, -2.5e-8f }), KeyValuePair.Create(b, new[] { 1f })], default);
        await Runs.KeepAsync(model, "2", [KeyValuePair.Create(c, new[] { 9f })], default);

        var found = await Runs.FindAsync(model, "1", [c, b, a, b], default);

        Assert.Equal([null, [1f], [0.1f, -2.5e-8f], [1f]], found);
    }

    [DatabaseFact]
    public async Task Two_that_keep_the_same_content_leave_one_result()
    {
        var contents = Enumerable.Range(0, 200).Select(_ => Guid.NewGuid()).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Runs.KeepAsync(
            model, "1", [.. contents.OrderBy(_ => Random.Shared.Next()).Select(c => KeyValuePair.Create(c, new[] { (float)i }))], default)));

        Assert.Equal(200, await database.ScalarAsync<long>("SELECT count(*) FROM model_runs WHERE model = $1", model));
        Assert.All(await Runs.FindAsync(model, "1", contents, default), Assert.NotNull);
    }

    [DatabaseFact]
    public async Task Upkeep_forgets_what_is_old()
    {
        var content = Guid.NewGuid();
        await Runs.KeepAsync(model, "1", [KeyValuePair.Create(content, new[] { 1f })], default);

        await database.ExecuteAsync("UPDATE model_runs SET at = at - interval '91 days' WHERE model = $1", model);
        await database.Get<PartitionMaintenance>().EnsureAsync(default);

        Assert.Null((await Runs.FindAsync(model, "1", [content], default))[0]);
    }
}
