using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Search;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Search;

public sealed class NearestItemsTests : IAsyncLifetime
{
    // A database for each test: an index over what other tests stored has another shape each time.
    private readonly MigratedDatabase database = new();

    private NearestItems Nearest => database.Get<NearestItems>();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [DatabaseFact]
    public async Task The_nearest_come_first_with_their_distance()
    {
        var ids = await StoreAsync("en", Vector(2), Vector(2, 0.3f), Vector(2, 0.6f), Vector(3));

        var found = await Nearest.FindAsync(Vector(2), 3, null, default);

        Assert.Equal(ids[..3], found.Select(f => f.ItemId));
        Assert.Equal(0, found[0].Distance, 0.001);
        Assert.Equal(1 - MathF.Sqrt(1 - 0.36f), found[2].Distance, 0.002);
    }

    [DatabaseFact]
    public async Task A_language_is_found_behind_many_nearer_items_of_another()
    {
        await StoreAsync("de", [.. Enumerable.Range(0, 300).Select(i => Vector(10, i / 1000f))]);
        var korean = await StoreAsync("ko", Vector(10, 0.9f), Vector(10, 0.95f));

        Assert.Equal(korean, (await Nearest.FindAsync(Vector(10), 2, "ko", default)).Select(f => f.ItemId));
    }

    [DatabaseFact]
    public async Task The_index_finds_what_a_scan_finds()
    {
        var random = new Random(5);
        var vectors = Enumerable.Range(0, 500).Select(_ => Enumerable.Range(0, 128).Select(_ => random.NextSingle() - 0.5f).ToArray()).ToArray();
        var ids = await StoreAsync("xx", vectors);
        var query = vectors[123];
        var expected = vectors.Select((v, i) => (Id: ids[i], Cosine: Cosine(v, query))).OrderByDescending(v => v.Cosine).Take(10).Select(v => v.Id).ToArray();

        var found = (await Nearest.FindAsync(query, 10, "xx", default)).Select(f => f.ItemId).ToArray();

        Assert.Equal(expected[0], found[0]);
        Assert.InRange(expected.Intersect(found).Count(), 9, 10);
    }

    [DatabaseFact]
    public async Task The_settings_of_a_search_do_not_outlive_it()
    {
        await Nearest.FindAsync(Vector(1), 400, null, default);

        await using var command = database.Get<Npgsql.NpgsqlDataSource>().CreateCommand("SELECT current_setting('hnsw.ef_search', true)");
        Assert.NotEqual("800", await command.ExecuteScalarAsync());
    }

    [DatabaseTheory]
    [InlineData(0)]
    [InlineData(1001)]
    public Task An_unreasonable_number_is_refused(int k) =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Nearest.FindAsync(Vector(1), k, null, default));

    [DatabaseFact]
    public async Task A_vector_of_another_space_or_without_direction_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Nearest.FindAsync([1, 2], 1, null, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Nearest.FindAsync([.. Enumerable.Repeat(float.NaN, 128)], 1, null, default));
    }

    private async Task<Guid[]> StoreAsync(string language, params float[][] vectors)
    {
        var source = UniqueSource();
        var urls = vectors.Select((_, i) => $"https://{source}.example/{i}").ToArray();
        var store = database.Get<IngestStore>();
        await store.AcceptAsync(Batch(source, [.. urls.Select(u => Document(u))]), default);
        await store.UnderstandAsync(source, [.. urls.Select((u, i) => Understood(u) with { Language = language, Embedding = vectors[i] })], [], [], default);
        return Array.ConvertAll(urls, ItemKey.FromUrl);
    }

    private static float Cosine(float[] a, float[] b) =>
        a.Zip(b, (x, y) => x * y).Sum() / MathF.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x));
}
