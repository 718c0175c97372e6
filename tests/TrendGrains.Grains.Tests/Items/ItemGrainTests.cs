using System.Text;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Items;

[Collection(nameof(SharedSilo))]
public sealed class ItemGrainTests(SharedSilo silo)
{
    [DatabaseFact]
    public async Task An_edited_page_keeps_its_old_version_and_its_place_in_the_order()
    {
        var source = Hosting.Sources.File();
        var document = Pages.Document("a", Pages.Html("first"));
        await IngestAsync(source, document);
        var arrived = await silo.CountAsync("SELECT arrival_seq FROM items WHERE source = $1", source.Slug);

        var edited = document with { Body = Encoding.UTF8.GetBytes(Pages.Html("second")) };
        Assert.Equal(1, (await IngestAsync(source, edited)).Changed);
        await UntilAsync(document, ItemState.Understood, "the edit is read");

        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND title = 'second'", source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM item_versions v JOIN items i ON i.id = v.item_id WHERE i.source = $1 AND v.title = 'first'", source.Slug));
        Assert.Equal(arrived, await silo.CountAsync("SELECT arrival_seq FROM items WHERE source = $1", source.Slug));
    }

    [DatabaseFact]
    public async Task An_edit_that_was_stored_before_a_stop_still_gives_the_crawl_its_new_links()
    {
        var document = Pages.Document("", Pages.Html("first")) with { Depth = 0 };
        var source = Hosting.Sources.Of(Abstractions.Sources.SourceKind.Site, new Uri(document.Url));
        await silo.Silo.Get<SourceStore>().UpsertAsync(source, CancellationToken.None);
        await IngestAsync(source, document);
        var edited = document with { Body = Encoding.UTF8.GetBytes(Pages.Html("second", "<a href='/new'>new</a>")) };
        await silo.Silo.Get<IngestStore>().AcceptAsync(new IngestBatch { Source = source, Documents = [edited] }, CancellationToken.None);

        await Grain(document).ReviseAsync();
        await UntilAsync(document, ItemState.Understood, "the edit is read");

        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM frontier WHERE source = $1 AND url LIKE '%/new' AND state = 'waiting'", source.Slug));
    }

    [DatabaseFact]
    public async Task A_page_that_is_replaced_before_it_was_read_is_understood_as_it_is_now()
    {
        var source = Hosting.Sources.File();
        var document = Pages.Document("a", Pages.Html("first"));
        await silo.Silo.Get<IngestStore>().AcceptAsync(new IngestBatch { Source = source, Documents = [document] }, CancellationToken.None);

        var edited = document with { Body = Encoding.UTF8.GetBytes(Pages.Html("second")) };
        Assert.Equal(1, (await IngestAsync(source, edited)).Changed);
        await UntilAsync(document, ItemState.Understood, "the new page is read");

        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND title = 'second' AND arrival_seq IS NOT NULL", source.Slug));
    }

    [DatabaseFact]
    public async Task A_deleted_item_stays_deleted_when_it_is_crawled_again()
    {
        var source = Hosting.Sources.File();
        var document = Pages.Document("a", Pages.Html("a"));
        await IngestAsync(source, document);

        await Grain(document).DeleteAsync(CancellationToken.None);
        var again = await IngestAsync(source, document with { Body = Encoding.UTF8.GetBytes(Pages.Html("changed")) });

        Assert.Equal(1, again.Known);
        Assert.Equal(ItemState.Deleted, await Grain(document).GetStateAsync());
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM item_vectors_text_128 v JOIN items i ON i.id = v.item_id WHERE i.source = $1", source.Slug));
    }

    [DatabaseFact]
    public async Task An_item_without_its_vector_is_kept_and_completed_once_the_model_is_there()
    {
        var source = Hosting.Sources.File();
        var document = Pages.Document("a", NewsSite.Article("Ships leave the port before the storm", "The port closed on Monday."));
        var empty = Directory.CreateTempSubdirectory();
        await using (var without = await GrainSilo.StartAsync(silo.Database, inference => inference.ModelsFolder = empty.FullName))
        {
            var result = await without.Grains.GetGrain<IIngestGrain>(0).IngestAsync(
                new IngestBatch { Source = source, Documents = [document] }, CancellationToken.None);
            Assert.Equal((1, 1), (result.New, result.Partial));
        }

        Assert.Equal(ItemState.Partial, await Grain(document).GetStateAsync());
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM arrivals WHERE source = $1", source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND 'advert' = ANY (missing) AND is_advert IS NULL", source.Slug));

        await Grain(document).CompleteAsync();
        await UntilAsync(document, ItemState.Understood, "the vector is there");
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND missing = '{}' AND NOT is_advert", source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM item_vectors_text_128 v JOIN items i ON i.id = v.item_id WHERE i.source = $1", source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM arrivals a JOIN items i ON i.arrival_seq = a.seq WHERE i.source = $1", source.Slug));
        empty.Delete();
    }

    [DatabaseFact]
    public async Task An_item_that_nobody_stored_has_no_state() =>
        Assert.Null(await silo.Grains.GetGrain<IItemGrain>(Guid.NewGuid()).GetStateAsync());

    private IItemGrain Grain(CrawledDocument document) => silo.Grains.GetGrain<IItemGrain>(ItemKey.FromUrl(document.Url));

    private Task<IngestResult> IngestAsync(Abstractions.Sources.SourceDefinition source, CrawledDocument document) =>
        silo.Grains.GetGrain<IIngestGrain>(0).IngestAsync(new IngestBatch { Source = source, Documents = [document] }, CancellationToken.None);

    /// <summary>The grain was told one way; its state in the database is all there is to ask.</summary>
    private async Task UntilAsync(CrawledDocument document, ItemState state, string phase)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Grain(document).GetStateAsync() is var now && now != state)
        {
            Assert.False(patience.IsCancellationRequested, $"Not within 30 s: {phase}; the item is {now}.");
            await Task.Delay(50);
        }
    }
}
