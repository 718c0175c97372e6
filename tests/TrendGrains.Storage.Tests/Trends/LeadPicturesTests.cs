using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests.Trends;

public sealed class LeadPicturesTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly Guid trend = Guid.NewGuid();

    private LeadPictures Pictures => database.Get<LeadPictures>();

    [DatabaseFact]
    public async Task The_item_that_most_are_like_gives_the_picture_and_the_earliest_of_equals()
    {
        await TrendAsync();
        var first = await MemberAsync(11, "first");
        var like = await MemberAsync(12, "like", nearest: first);
        await Pictures.ChooseAsync(trend, default);
        Assert.Equal("first", await PictureAsync());

        await database.ExecuteAsync("UPDATE trends SET picture_url = NULL WHERE id = $1", trend);
        await MemberAsync(13, null, nearest: like);
        await MemberAsync(14, null, nearest: like);
        await Pictures.ChooseAsync(trend, default);
        Assert.Equal("like", await PictureAsync());
    }

    [DatabaseFact]
    public async Task A_picture_stays_while_its_item_does_and_goes_with_it()
    {
        await TrendAsync();
        var first = await MemberAsync(21, "first");
        await Pictures.ChooseAsync(trend, default);
        var next = await MemberAsync(22, "next", nearest: first);
        await MemberAsync(23, null, nearest: next);
        await MemberAsync(24, null, nearest: next);
        await Pictures.ChooseAsync(trend, default);
        Assert.Equal("first", await PictureAsync());

        await database.ExecuteAsync("DELETE FROM item_media WHERE item_id = $1", first);
        await Pictures.ChooseAsync(trend, default);
        Assert.Equal("next", await PictureAsync());

        await database.ExecuteAsync("DELETE FROM item_media WHERE item_id = $1", next);
        await Pictures.ChooseAsync(trend, default);
        Assert.Null(await PictureAsync());
    }

    private async Task<string?> PictureAsync() => (await database.Get<TrendStore>().FindAsync(trend, default))!.PictureUrl;

    private Task TrendAsync() => database.ExecuteAsync(
        """
        INSERT INTO trends (id, board, first_item, label, first_seen, last_seen, items, sources, heat_fast, heat, heat_slow)
        VALUES ($1, 'qtp', $1, 'Label', $2, $2, 2, 2, 1, 1, 1)
        """, trend, MigratedDatabase.Start);

    private async Task<Guid> MemberAsync(long place, string? picture, Guid? nearest = null)
    {
        var item = Guid.NewGuid();
        await database.ExecuteAsync(
            """
            INSERT INTO trend_items (item_id, trend_id, seq, board, similarity, title_part, body_part, dense_part, recency_part, nearest)
            VALUES ($1, $2, $3, 'qtp', 1, 1, 1, 1, 1, nullif($4, '00000000-0000-0000-0000-000000000000'::uuid))
            """, item, trend, 2_000_000 + place, nearest ?? Guid.Empty);
        if (picture is not null)
        {
            await database.ExecuteAsync(
                "INSERT INTO items (id, source, state, url, fetched_at, content_hash) VALUES ($1, 'pictures', 'understood', 'https://example.com/', $2, $1)",
                item, MigratedDatabase.Start);
            await database.ExecuteAsync("INSERT INTO item_media (item_id, ordinal, url, kind) VALUES ($1, 0, $2, 'image')", item, picture);
        }

        return item;
    }
}
