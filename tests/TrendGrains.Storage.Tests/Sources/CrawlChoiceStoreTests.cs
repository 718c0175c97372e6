using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Sources;

public sealed class CrawlChoiceStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    private CrawlChoiceStore Choices => database.Get<CrawlChoiceStore>();

    [DatabaseFact]
    public async Task The_choices_of_a_run_come_back_in_order_as_they_were_written()
    {
        var first = Choice(run: 2, minute: 1) with { Expected = 0.25, IsArticle = true, Reward = 0.5 };
        var second = Choice(run: 2, minute: 2);
        await Choices.AppendAsync([second, first, Choice(run: 1, minute: 0)], default);

        Assert.Equal([first, second], await Choices.OfRunAsync(source, 2, default));
    }

    [DatabaseFact]
    public async Task Nothing_chosen_is_nothing_written()
    {
        await Choices.AppendAsync([], default);

        Assert.Empty(await Choices.OfRunAsync(source, 1, default));
    }

    private CrawlChoiceRow Choice(long run, int minute) => new()
    {
        At = MigratedDatabase.Start.AddMinutes(minute),
        Source = source,
        Run = run,
        Url = $"https://a.example/{minute}",
        Policy = "bandit",
        LinkGroup = "main ul li a",
        Propensity = 0.125,
    };
}
