using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Items;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Items;

/// <summary>One article reached three ways is one item, in whatever order and however the ways are cut into batches.</summary>
public sealed class CanonicalTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    public static TheoryData<string> Orders => [.. Permutations("wma").SelectMany(o => new[] { o, $"{o[0]}|{o[1..]}", $"{o[..2]}|{o[2]}", $"{o[0]}|{o[1]}|{o[2]}" })];

    [DatabaseTheory]
    [MemberData(nameof(Orders))]
    public async Task Web_mobile_and_AMP_are_one_item(string order)
    {
        var results = new List<AcceptedDocument>();
        foreach (var batch in order.Split('|'))
        {
            results.AddRange((await AcceptAsync([.. batch.Select(Form)])).Documents);
        }

        // The first to come is the item, and whoever comes later is it too.
        var first = ItemKey.FromUrl(Form(order[0]).Url);
        Assert.All(results, r => Assert.Equal(first, r.ItemId));
        Assert.Single(results, r => r.Disposition == AcceptDisposition.New);
        Assert.Equal(1, await ItemsAsync());
        Assert.Equal(3, await database.ScalarAsync<long>("SELECT count(*) FROM item_urls WHERE item_id = $1", first));

        // Again, and nothing changes.
        var again = await AcceptAsync(Form('a'), Form('m'), Form('w'));
        Assert.All(again.Documents, r => Assert.Equal(first, r.ItemId));
        Assert.DoesNotContain(again.Documents, r => r.Disposition is AcceptDisposition.New or AcceptDisposition.Changed);
    }

    [DatabaseFact]
    public async Task The_page_of_an_announced_entry_takes_its_place_under_another_address()
    {
        var entry = Document(Url("w"), "{}") with { MediaType = CrawledDocument.EntryMediaType };
        await AcceptAsync(entry);

        var page = await AcceptAsync(Form('m'));

        Assert.Equal((AcceptDisposition.Changed, ItemKey.FromUrl(entry.Url)), (page.Documents[0].Disposition, page.Documents[0].ItemId));
        Assert.Equal(1, await ItemsAsync());
        Assert.Equal(2, await database.ScalarAsync<long>("SELECT count(*) FROM item_urls WHERE item_id = $1", ItemKey.FromUrl(entry.Url)));
    }

    [DatabaseFact]
    public async Task Two_pages_that_were_items_before_stay_what_they_are()
    {
        await AcceptAsync(Form('w'), Form('m') with { Canonical = null });

        var later = await AcceptAsync(Form('m') with { Body = [1, 2, 3] });

        Assert.Equal((AcceptDisposition.Changed, ItemKey.FromUrl(Url("m"))), (later.Documents[0].Disposition, later.Documents[0].ItemId));
        Assert.Equal(2, await ItemsAsync());
    }

    private CrawledDocument Form(char form) => form == 'w' ? Document(Url("w"), "web") : Document(Url(form.ToString()), $"form {form}") with { Canonical = Url("w") };

    private string Url(string path) => $"https://{source}.example/{path}";

    private Task<AcceptResult> AcceptAsync(params CrawledDocument[] documents) =>
        database.Get<IngestStore>().AcceptAsync(Batch(source, documents), default);

    private Task<long> ItemsAsync() => database.ScalarAsync<long>("SELECT count(*) FROM items WHERE source = $1", source);

    private static IEnumerable<string> Permutations(string of) =>
        of.Length == 1 ? [of] : of.SelectMany(c => Permutations(of.Replace(c.ToString(), "", StringComparison.Ordinal)).Select(rest => c + rest));
}
