using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Sources;

public sealed class SourceStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string slug = UniqueSource();

    private SourceStore Sources => database.Get<SourceStore>();

    [DatabaseFact]
    public async Task A_definition_comes_back_whole_and_a_second_replaces_it()
    {
        var definition = Definition() with
        {
            Kind = SourceKind.Feed,
            Title = "제목",
            Access = AccessMode.YtDlp,
            Interval = TimeSpan.FromSeconds(90),
            Internal = true,
            MaxPages = 0,
            MaxDepth = 3,
            FollowEntries = true,
            Delay = TimeSpan.FromMilliseconds(250),
            Paused = true,
        };
        await Sources.UpsertAsync(definition, default);
        Assert.Equal(definition, (await Sources.GetAsync(slug, default))!.Definition);

        await Sources.UpsertAsync(Definition(), default);
        Assert.Equal(new SourceListing(Definition(), 0, null), await Sources.GetAsync(slug, default));
    }

    [DatabaseFact]
    public async Task The_list_counts_items_and_says_when_the_last_was_fetched()
    {
        await Sources.UpsertAsync(Definition(), default);
        await database.Get<IngestStore>().AcceptAsync(
            Batch(slug, Document($"https://{slug}.example/a"), Document($"https://{slug}.example/b") with { FetchedAt = MigratedDatabase.Start.AddHours(1) }),
            default);

        var listed = Assert.Single(await Sources.ListAsync(default), s => s.Definition.Slug == slug);

        Assert.Equal((2, MigratedDatabase.Start.AddHours(1)), (listed.Items, listed.LastFetched));
    }

    [DatabaseFact]
    public async Task Removing_forgets_the_frontier_and_keeps_the_items()
    {
        await Sources.UpsertAsync(Definition(), default);
        await database.Get<FrontierStore>().RestartAsync(slug, $"https://{slug}.example/", default);
        await database.Get<IngestStore>().AcceptAsync(Batch(slug, Document($"https://{slug}.example/a")), default);

        await Sources.RemoveAsync(slug, default);

        Assert.Null(await Sources.GetAsync(slug, default));
        Assert.Equal(0, await database.Get<FrontierStore>().CountWaitingAsync(slug, default));
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM items WHERE source = $1", slug));
    }

    private SourceDefinition Definition() => new() { Slug = slug, Kind = SourceKind.Site, Url = $"https://{slug}.example/" };
}
