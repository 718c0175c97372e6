using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Ingest;

[Collection(nameof(SharedSilo))]
public sealed class IngestGrainTests(SharedSilo silo)
{
    private IIngestGrain Ingest => silo.Grains.GetGrain<IIngestGrain>(0);

    [DatabaseFact]
    public async Task A_batch_given_twice_changes_nothing_the_second_time()
    {
        var batch = new IngestBatch { Source = Hosting.Sources.File(), Documents = [Pages.Document("a", Pages.Html("a")), Pages.Document("b", Pages.Html("b"))] };

        var first = await Ingest.IngestAsync(batch, CancellationToken.None);
        var second = await Ingest.IngestAsync(batch, CancellationToken.None);

        Assert.Equal((2, 0), (first.New, first.Known));
        Assert.Equal((0, 2), (second.New, second.Known));
        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1", batch.Source.Slug));
    }

    [DatabaseFact]
    public async Task One_bad_document_never_stops_the_rest()
    {
        var batch = new IngestBatch
        {
            Source = Hosting.Sources.File(),
            Documents = [Pages.Document("bad", "{ this is no entry", CrawledDocument.EntryMediaType), Pages.Document("good", Pages.Html("good"))],
        };

        var result = await Ingest.IngestAsync(batch, CancellationToken.None);

        Assert.Equal((2, 1), (result.New, result.Unreadable));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND state = 'understood' AND title = 'good'", batch.Source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM crawl_log WHERE source = $1 AND reason = 'not-readable'", batch.Source.Slug));
    }

    [DatabaseFact]
    public async Task What_was_accepted_before_a_stop_is_understood_afterwards()
    {
        var batch = new IngestBatch { Source = Hosting.Sources.File(), Documents = [Pages.Document("a", Pages.Html("left behind"))] };
        await silo.Silo.Get<IngestStore>().AcceptAsync(batch, CancellationToken.None);

        Assert.Equal(1, await Ingest.ResumeAsync(batch.Source, CancellationToken.None));
        Assert.Equal(0, await Ingest.ResumeAsync(batch.Source, CancellationToken.None));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND state = 'understood' AND title = 'left behind'", batch.Source.Slug));
    }

    [DatabaseFact]
    public async Task A_stopped_import_of_two_sources_keeps_its_order()
    {
        var (one, other) = (Hosting.Sources.File(), Hosting.Sources.File());
        await silo.Silo.Get<SourceStore>().UpsertAsync(one, CancellationToken.None);
        await silo.Silo.Get<SourceStore>().UpsertAsync(other, CancellationToken.None);
        var documents = Enumerable.Range(0, 6)
            .Select(i => Pages.Document($"{one.Slug}-{i}", Pages.Html($"left {i}")) with { Source = i % 2 == 0 ? one.Slug : other.Slug }).ToArray();
        await silo.Silo.Get<IngestStore>().AcceptAsync(new IngestBatch { Source = one, Documents = documents }, CancellationToken.None);

        // Whichever of them is woken first.
        await Task.WhenAll(Ingest.ResumeAsync(other, CancellationToken.None), Ingest.ResumeAsync(one, CancellationToken.None));

        Assert.Equal(6, await silo.CountAsync(
            """
            SELECT count(*) FROM (SELECT accepted_seq - min(accepted_seq) OVER () AS place, arrival_seq - min(arrival_seq) OVER () AS arrived
            FROM items WHERE url LIKE '%' || $1 || '-%') i WHERE place = arrived
            """, one.Slug));
    }

    [DatabaseFact]
    public async Task Eight_callers_at_once_give_every_item_a_number_of_its_own()
    {
        var source = Hosting.Sources.File();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Ingest.IngestAsync(
            new IngestBatch { Source = source, Documents = [.. Enumerable.Range(0, 10).Select(j => Pages.Document($"{i}-{j}", Pages.Html($"{i} {j}")))] },
            CancellationToken.None)));

        Assert.Equal(80, await silo.CountAsync("SELECT count(DISTINCT arrival_seq) FROM items WHERE source = $1", source.Slug));
    }

    [DatabaseFact]
    public async Task Refuses_a_batch_over_the_bound() => await Assert.ThrowsAsync<ArgumentException>(() => Ingest.IngestAsync(
        new IngestBatch { Source = Hosting.Sources.File(), Documents = [.. Enumerable.Range(0, 257).Select(i => Pages.Document($"{i}", ""))] },
        CancellationToken.None));
}
