using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Items;
using TrendGrains.TestKit.Postgres;
using TrendGrains.Text.Fingerprints;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Copies;

/// <summary>An edge copy-of goes from each near copy to the first publisher, in whatever order they are read.</summary>
public sealed class CopyStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();
    private readonly string words = Guid.NewGuid().ToString("n");

    public static TheoryData<string> Orders => ["abcx", "cbax", "bcax", "a|b|c|x", "c|b|a|x", "x|b|ac", "bc|xa", "c|a|b|x"];

    [DatabaseTheory]
    [MemberData(nameof(Orders))]
    public async Task Copies_point_at_the_first_publisher(string order)
    {
        foreach (var batch in order.Split('|'))
        {
            await ReadAsync([.. batch.Select(Item)]);
        }

        Assert.Equal("b>a c>a", await EdgesAsync());
        Assert.InRange(await database.ScalarAsync<float>("SELECT min(weight) FROM edges WHERE kind = 'copy-of' AND from_id = $1", ItemKey.FromUrl(Url('b'))), 0.8f, 1f);
    }

    [DatabaseFact]
    public async Task A_copy_that_is_rewritten_is_none_any_more()
    {
        await ReadAsync(Item('a'), Item('b'));
        await database.Get<IngestStore>().AcceptAsync(Batch(source, Document(Url('b'), "another body")), default);
        await UnderstandAsync(Item('b') with { Fingerprint = CopyFingerprint.Of(Text('x')) });

        Assert.Equal("", await EdgesAsync());
    }

    [DatabaseFact]
    public async Task What_is_printed_a_week_later_or_is_too_short_is_no_copy()
    {
        await ReadAsync(Item('a'), Item('b') with { EventTime = MigratedDatabase.Start.AddDays(-7) }, Item('c') with { Fingerprint = null });

        Assert.Equal("", await EdgesAsync());
    }

    private UnderstoodItem Item(char name) => Understood(Url(name), Text(name)) with
    {
        EventTime = MigratedDatabase.Start.AddMinutes(-60 + (name * 1)),
        Fingerprint = CopyFingerprint.Of(Text(name)),
    };

    /// <summary>Ten paragraphs of an agency; b lacks one, c two, x is of its own.</summary>
    private string Text(char name) => string.Join("\n\n", Enumerable.Range(0, 10)
        .Where(i => name switch { 'b' => i != 4, 'c' => i is not (8 or 9), _ => true })
        .Select(i => string.Join(' ', Enumerable.Range(0, 25).Select(j => $"{(name == 'x' ? "own" : "wire")}{words[..6]}{i}n{j}"))));

    private string Url(char name) => $"https://{source}.example/{name}";

    private async Task ReadAsync(params UnderstoodItem[] items)
    {
        await database.Get<IngestStore>().AcceptAsync(Batch(source, [.. items.Select(i => Document(Url(NameOf(i)), $"body {NameOf(i)}"))]), default);
        await UnderstandAsync(items);
    }

    private Task<UnderstandResult> UnderstandAsync(params UnderstoodItem[] items) => database.Get<IngestStore>().UnderstandAsync(source, items, [], [], default);

    private char NameOf(UnderstoodItem item) => "abcx".Single(n => ItemKey.FromUrl(Url(n)) == item.ItemId);

    private Task<string> EdgesAsync() => database.ScalarAsync<string>(
        """
        SELECT coalesce(string_agg(right(f.url, 1) || '>' || right(t.url, 1), ' ' ORDER BY f.url), '')
        FROM edges e JOIN items f ON f.id = e.from_id JOIN items t ON t.id = e.to_id WHERE e.kind = 'copy-of' AND f.source = $1
        """,
        source);
}
