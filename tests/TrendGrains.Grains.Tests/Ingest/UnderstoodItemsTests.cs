using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Grains.Ingest;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Tests.Ingest;

public sealed class UnderstoodItemsTests
{
    private static readonly PageVector vector = new(new float[128], "text-embedding", "1", null);
    private static readonly DateTimeOffset fetched = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_published_time_that_can_be_true_is_the_event_time() =>
        Assert.Equal((fetched.AddHours(-1), false), UnderstoodItems.EventTime(fetched.AddHours(-1), fetched));

    [Fact]
    public void A_future_time_is_put_to_the_fetch_and_that_is_recorded() =>
        Assert.Equal((fetched, true), UnderstoodItems.EventTime(fetched.AddHours(1), fetched));

    [Fact]
    public void A_missing_time_is_put_to_the_fetch_and_that_is_recorded() => Assert.Equal((fetched, true), UnderstoodItems.EventTime(null, fetched));

    [Fact]
    public void Without_a_vector_the_item_is_partial_and_names_what_is_missing()
    {
        var item = UnderstoodItems.From(Pending(), Page(new ReadPage { Text = "text" }));

        Assert.Equal(ItemState.Partial, item.State);
        Assert.Equal([EmbeddingSpace.Part], item.Missing.Select(m => m.Part));
    }

    [Fact]
    public void Keywords_are_what_the_text_is_about_and_not_the_tags_of_the_site()
    {
        var page = new ReadPage { Title = "가뭄에 댐 수위 최저", Text = "가뭄이 이어져 댐 수위가 낮아졌다. 댐 수위는 최저다.", Language = "ko", Tags = ["breaking", "우리신문"] };

        var keywords = UnderstoodItems.From(Pending(), Page(page)).Keywords;

        Assert.Contains("가뭄", keywords);
        Assert.DoesNotContain("우리신문", keywords);
    }

    [Fact]
    public void A_decision_that_no_worker_gave_is_missing_and_an_advert_has_no_board()
    {
        var page = new ReadPage { Title = "Title", Text = "text", Language = "en", PageKind = PageKinds.Article, IsArticle = true };
        var advert = Decided.With(page, new PageDecision("advert", "advert", 0.93, "1", ["3 calls to buy, book or click"]) { Scores = [0.07f, 0.93f] });

        var unjudged = UnderstoodItems.From(Pending(), Page(page, "advert") with { Vector = vector });
        var judged = UnderstoodItems.From(Pending(), Page(advert) with { Vector = vector });

        Assert.Equal((ItemState.Partial, (bool?)null, (string?)null, true), (unjudged.State, unjudged.IsAdvert, unjudged.Board, unjudged.IsWithheld));
        Assert.Equal([new MissingPart("advert", "busy")], unjudged.Missing);
        Assert.Equal((ItemState.Understood, (bool?)true, (string?)null, false), (judged.State, judged.IsAdvert, judged.Board, judged.IsWithheld));
        Assert.Equal(0.93, judged.AdvertScore!.Value, 4);
        Assert.Equal("3 calls to buy, book or click", Assert.Single(Assert.Single(judged.Decisions).Why));
    }

    [Theory]
    [InlineData("advert")]
    [InlineData("article")]
    public void What_waited_long_enough_for_a_decision_is_believed_and_still_asks(string missing)
    {
        var page = new ReadPage { Title = "Title", Text = "text", Language = "en", PageKind = PageKinds.Article, IsArticle = true };

        var item = UnderstoodItems.From(Pending(), Page(page, missing) with { Vector = vector }, believes: true);

        Assert.Equal((ItemState.Partial, "en", false), (item.State, item.Board, item.IsWithheld));
        Assert.Equal([missing], item.Missing.Select(m => m.Part));
    }

    [Fact]
    public void An_item_that_misses_its_vector_alone_is_not_withheld()
    {
        var page = new ReadPage { Title = "Title", Text = "text", Language = "en", IsArticle = true };

        var item = UnderstoodItems.From(Pending(), Page(page));

        Assert.Equal((ItemState.Partial, "en", false), (item.State, item.Board, item.IsWithheld));
    }

    [Fact]
    public void What_could_not_be_read_is_unreadable_and_waits_for_nothing()
    {
        var item = UnderstoodItems.From(Pending(), Page(new ReadPage { Problem = new ReadProblem("parser", "broken", IsUnreadable: true) }));

        Assert.Equal(ItemState.Unreadable, item.State);
        Assert.Empty(item.Missing);
    }

    [Theory]
    [InlineData(PageKinds.Article, true, false, true)]
    [InlineData(PageKinds.Article, false, true, true)]
    [InlineData(PageKinds.Article, false, false, false)]
    [InlineData(PageKinds.Forum, false, false, true)]
    [InlineData(PageKinds.Listing, false, true, false)]
    [InlineData(PageKinds.Product, false, true, false)]
    public void Pages_that_tell_a_story_have_a_board(string kind, bool isArticle, bool isDated, bool hasBoard)
    {
        var page = new ReadPage
        {
            Title = "Title", Text = new string('가', ItemStore.ShortestThread), Language = "ko", PageKind = kind, IsArticle = isArticle, Published = isDated ? fetched : null,
        };

        Assert.Equal(hasBoard ? "ko" : null, UnderstoodItems.From(Pending(), Page(page)).Board);
    }

    [Fact]
    public void A_page_of_hardly_any_words_is_no_thread()
    {
        var page = new ReadPage { Title = "Tag 7", Text = new string('a', ItemStore.ShortestThread - 1), Language = "en", PageKind = PageKinds.Forum };

        Assert.Null(UnderstoodItems.From(Pending(), Page(page)).Board);
    }

    [Theory]
    [InlineData(ItemStore.MayBeShortNews, true, true)]
    [InlineData(ItemStore.MayBeShortNews, false, false)]
    [InlineData(ItemStore.MayBeShortNews - 0.01, true, false)]
    public void Short_news_with_a_date_tells_a_story_though_it_looks_like_little(double score, bool isDated, bool hasBoard)
    {
        var page = new ReadPage { Title = "Title", Language = "ko", PageKind = PageKinds.Listing, ArticleScore = score, Published = isDated ? fetched : null };

        Assert.Equal(hasBoard, UnderstoodItems.From(Pending(), Page(page)).Board is not null);
    }

    [Fact]
    public void Topic_tone_and_severity_are_stored_with_the_versions_that_gave_them_and_never_keep_an_item_from_its_board()
    {
        var page = new ReadPage { Title = "Title", Text = "text", Language = "en", PageKind = PageKinds.Article, IsArticle = true };
        var topic = ItemMarks.Decide("topic", new ClassifyResult("topic", "7", ["economy", "sports", "other"], [null, [0.2f, 0.7f, 0.1f]], [], ["6", "7"]), 1);
        var tone = ItemMarks.Decide("tone", new ClassifyResult("tone", "8", ["negative", "neutral", "positive"], [[0.6f, 0.3f, 0.1f]], []), 0);

        var item = UnderstoodItems.From(Pending(), Page(page) with { Vector = vector, Marks = new ItemMarks([topic, tone], [new MissingPart("severity", "The model is busy.")]) });

        Assert.Equal((ItemState.Partial, "en", false), (item.State, item.Board, item.IsWithheld));
        Assert.Equal(("sports", 0.7, -0.5, (double?)null), (item.Topic, item.TopicScore!.Value, item.Tone!.Value, item.Severity));
        Assert.Equal(["topic 7 sports", "tone 8 negative"], item.Decisions.Select(d => $"{d.Task} {d.Version} {d.Label}"));
        Assert.Equal([new MissingPart("severity", "The model is busy.")], item.Missing);
    }

    private static UnderstoodPage Page(ReadPage page, params string[] undecided) =>
        new(new DecidedPage(page, Array.ConvertAll(undecided, task => new MissingPart(task, "busy"))));

    private static PendingDocument Pending() => new(Guid.NewGuid(), "source", new CrawledDocument
    {
        Url = "https://example.com/a",
        FetchedAt = fetched,
        MediaType = "text/html",
        Body = [],
    });
}
