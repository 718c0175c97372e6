using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests.Trends;

public sealed class TrendProfilesTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static long seq = 5_000_000;

    [DatabaseFact]
    public async Task A_trend_is_about_what_its_members_are_surest_of()
    {
        var trend = await TrendAsync(
            ("politics", 0.4, -1, 0.1), ("politics", 0.4, 0, 0.2), ("society", 0.95, -0.5, 0.9), (null, null, null, null));

        await Profiles.RefreshAsync(trend, default);

        var read = (await database.Get<TrendStore>().FindAsync(trend, default))!;
        Assert.Equal("society", read.Topic);
        Assert.Equal(0.95 / 1.75, read.TopicShare!.Value, 1e-4);
        Assert.Equal(-0.5, read.Tone!.Value, 1e-4);
        Assert.Equal(0.55, read.Severity!.Value, 1e-4);
    }

    [DatabaseFact]
    public async Task One_member_of_many_that_is_taken_for_grave_makes_no_grave_trend()
    {
        var trend = await TrendAsync([.. Enumerable.Range(0, 9).Select(i => ((string?)"sports", (double?)0.9, (double?)0.0, (double?)(i == 0 ? 1.0 : 0.1)))]);

        await Profiles.RefreshAsync(trend, default);

        Assert.Equal(0.1, (await database.Get<TrendStore>().FindAsync(trend, default))!.Severity!.Value, 1e-4);
    }

    [DatabaseFact]
    public async Task Trends_that_grew_are_told_once_and_those_that_no_model_has_read_tell_nothing()
    {
        var (grown, unread) = (await TrendAsync(("economy", 0.9, 0.5, 0.1), ("economy", 0.8, 0.5, 0.1)), await TrendAsync((null, null, null, null), (null, null, null, null)));
        while (await Profiles.RefreshAsync(default) > 0)
        {
        }

        Assert.Equal("economy", (await database.Get<TrendStore>().FindAsync(grown, default))!.Topic);
        var nothing = (await database.Get<TrendStore>().FindAsync(unread, default))!;
        Assert.Equal((null, null, null, null), (nothing.Topic, nothing.TopicShare, nothing.Tone, nothing.Severity));
        Assert.Equal(0, await Profiles.RefreshAsync(default));

        await MemberAsync(grown, ("politics", 0.99, 0, 0.1));
        await MemberAsync(grown, ("politics", 0.99, 0, 0.1));
        await database.ExecuteAsync("UPDATE trends SET items = items + 2 WHERE id = $1", grown);
        Assert.Equal(1, await Profiles.RefreshAsync(default));
        Assert.Equal("politics", (await database.Get<TrendStore>().FindAsync(grown, default))!.Topic);
    }

    [DatabaseFact]
    public async Task Trends_of_one_topic_can_be_asked_for()
    {
        var trend = await TrendAsync(("it-science", 0.9, 0, 0), ("it-science", 0.9, 0, 0));
        await Profiles.RefreshAsync(trend, default);

        Assert.Contains(await database.Get<TrendStore>().TopAsync(new TrendQuery(50, null, "it-science"), default), t => t.Id == trend);
        Assert.DoesNotContain(await database.Get<TrendStore>().TopAsync(new TrendQuery(50, null, "entertainment"), default), t => t.Id == trend);
    }

    private TrendProfiles Profiles => database.Get<TrendProfiles>();

    private async Task<Guid> TrendAsync(params (string? Topic, double? Score, double? Tone, double? Severity)[] members)
    {
        var trend = Guid.NewGuid();
        await database.ExecuteAsync(
            """
            INSERT INTO trends (id, board, first_item, label, first_seen, last_seen, items, sources, heat_fast, heat, heat_slow)
            VALUES ($1, 'qtp', $1, 'label', $2, $2, $3, 1, 0, 0, 0)
            """, trend, MigratedDatabase.Start, members.Length);
        foreach (var member in members)
        {
            await MemberAsync(trend, member);
        }

        return trend;
    }

    private async Task MemberAsync(Guid trend, (string? Topic, double? Score, double? Tone, double? Severity) member)
    {
        var item = Guid.NewGuid();
        await database.ExecuteAsync(
            """
            INSERT INTO items (id, source, state, url, fetched_at, content_hash, topic, topic_score, tone, severity)
            VALUES ($1, 'profiles', 'understood', $2, $3, $1, $4::text, $5::real, $6::real, $7::real)
            """, item, $"https://profiles.example/{item}", MigratedDatabase.Start, Or(member.Topic), Or(member.Score), Or(member.Tone), Or(member.Severity));
        await database.ExecuteAsync(
            "INSERT INTO trend_items VALUES ($1, $2, $3, 'qtp', 1, 1, 1, 1, 1, NULL)", item, trend, Interlocked.Increment(ref seq));
    }

    private static object Or(object? value) => value ?? DBNull.Value;
}
