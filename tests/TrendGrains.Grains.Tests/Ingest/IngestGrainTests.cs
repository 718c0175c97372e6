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
    public async Task An_advert_is_kept_with_its_reasons_and_joins_no_board()
    {
        const string advert =
            """{"title":"[광고] 겨울 필수템, 오늘만 특가","content":"최고의 난방 매트를 지금 구매하세요! 선착순 50% 할인, 무료배송.\n\n본 포스팅은 업체로부터 제품을 제공받아 작성하였습니다.","url":"https://shop.example/1","language":"ko"}""";
        const string news =
            """{"title":"공정위, 뒷광고 인플루언서 제재","content":"공정거래위원회는 협찬 사실을 숨긴 인플루언서에게 과징금을 부과했다고 밝혔다. 관계자는 감시를 강화하겠다고 말했다.","url":"https://news.example/1","language":"ko"}""";
        var batch = new IngestBatch
        {
            Source = Hosting.Sources.File(),
            Documents = [Pages.Document("advert", advert, CrawledDocument.EntryMediaType), Pages.Document("news", news, CrawledDocument.EntryMediaType)],
        };

        await Ingest.IngestAsync(batch, CancellationToken.None);

        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND state = 'understood' AND is_advert IS NOT NULL", batch.Source.Slug));
        Assert.Equal(1, await silo.CountAsync(
            "SELECT count(*) FROM items WHERE source = $1 AND is_advert AND advert_score > 0.6 AND jsonb_array_length(decisions->0->'why') > 0 AND url LIKE '%advert%'", batch.Source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM arrivals a JOIN items i ON i.id = a.item_id WHERE i.source = $1 AND NOT i.is_advert", batch.Source.Slug));
        Assert.Equal(0, await silo.CountAsync("SELECT count(*) FROM arrivals a JOIN items i ON i.id = a.item_id WHERE i.source = $1 AND i.is_advert", batch.Source.Slug));
    }

    [DatabaseFact]
    public async Task An_item_is_told_how_grave_it_is_and_summed_up_in_its_own_words()
    {
        var source = Hosting.Sources.File();
        var fire = Pages.Document("fire", NewsSite.Article("Seven killed as fire destroys chemical factory", "Seven workers died and forty were injured when a chemical factory burned down."));
        var title = Pages.Document("title", """{"title":"Choir sings in the park","url":"https://news.example/2","language":"en"}""", CrawledDocument.EntryMediaType);

        await Ingest.IngestAsync(new IngestBatch { Source = source, Documents = [fire, title] }, CancellationToken.None);

        Assert.Equal(2, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND state = 'understood' AND topic IS NOT NULL AND tone BETWEEN -1 AND 1 AND severity IS NOT NULL AND missing_why = '{}'", source.Slug));
        Assert.Equal(1, await silo.CountAsync(
            """
            SELECT count(*) FROM items WHERE source = $1 AND severity > 0.5 AND url LIKE '%/fire'
                AND jsonb_array_length(jsonb_path_query_first(decisions, '$[*] ? (@.task == "severity").why')) BETWEEN 1 AND 3
            """, source.Slug));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM items WHERE source = $1 AND summary IS NULL AND url LIKE '%/title'", source.Slug));
        Assert.InRange(
            await silo.CountAsync(
                """
                SELECT count(*) FROM items i, jsonb_array_elements(i.summary -> 'sentences') s WHERE i.source = $1
                    AND substr(i.text, (s ->> 'start')::integer + 1, (s ->> 'end')::integer - (s ->> 'start')::integer) = s ->> 'text'
                """, source.Slug),
            1, 3);
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
