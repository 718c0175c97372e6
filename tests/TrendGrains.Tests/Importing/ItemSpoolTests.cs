using TrendGrains.Abstractions.Items;
using TrendGrains.Importing;
using TrendGrains.TestKit;

namespace TrendGrains.Tests.Importing;

public sealed class ItemSpoolTests
{
    private static readonly DateTimeOffset today = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider clock = new(today);

    [Fact]
    public async Task Items_of_several_files_come_in_one_order_of_time_and_those_of_one_moment_as_they_were_read()
    {
        await using var spool = new ItemSpool(clock);
        await AddFileAsync(spool, ("a", today.AddDays(-1)), ("b", today.AddDays(-3)), ("c", today.AddDays(-2)));
        await AddFileAsync(spool, ("d", today.AddDays(-2)), ("e", today.AddYears(-10)));

        Assert.Equal("e b c d a", await OrderAsync(spool));
        Assert.Equal(0, spool.Untimed);
    }

    [Fact]
    public async Task Items_without_a_time_or_from_the_future_stay_behind_the_one_before_them()
    {
        await using var spool = new ItemSpool(clock);
        await AddFileAsync(spool, ("first", null), ("a", today.AddDays(-2)), ("future", today.AddYears(3)), ("b", today.AddDays(-1)), ("none", null));
        await AddFileAsync(spool, ("c", today.AddDays(-1.5)));

        Assert.Equal("first a future c b none", await OrderAsync(spool));
        Assert.Equal(3, spool.Untimed);
        Assert.Equal(today.AddDays(-2), await spool.InOrderAsync(default).Select(i => i.Time).FirstAsync());
    }

    [Fact]
    public async Task A_file_that_tells_no_time_at_all_is_of_now()
    {
        await using var spool = new ItemSpool(clock);
        await AddFileAsync(spool, ("x", null), ("y", null));
        await AddFileAsync(spool, ("a", today.AddDays(-1)));

        Assert.Equal("a x y", await OrderAsync(spool));
        Assert.Equal(today, await spool.InOrderAsync(default).Select(i => i.Time).LastAsync());
    }

    [Fact]
    public async Task What_comes_out_is_what_went_in()
    {
        await using var spool = new ItemSpool(clock);
        var item = new SpooledItem(
            new FeedEntry { Url = "/1", Title = "항구", Content = "글", Language = "ko", Published = today.AddHours(-1), Tags = ["바다"] }, "https://example.com/", "wire", "통신");
        await spool.AddAsync(item, item.Entry.Published, default);
        spool.EndFile();

        var (_, same) = await spool.InOrderAsync(default).SingleAsync();

        Assert.Equivalent(item, same, strict: true);
    }

    private static async Task AddFileAsync(ItemSpool spool, params (string Title, DateTimeOffset? Time)[] items)
    {
        foreach (var (title, time) in items)
        {
            await spool.AddAsync(new SpooledItem(new FeedEntry { Title = title }, null, "import", null), time, default);
        }

        spool.EndFile();
    }

    private static async Task<string> OrderAsync(ItemSpool spool) =>
        string.Join(' ', await spool.InOrderAsync(default).Select(i => i.Item.Entry.Title).ToArrayAsync());
}
