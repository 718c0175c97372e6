using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Freshness;
using TrendGrains.Grains.Sources;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class VisitRecordTests
{
    private const string Address = "https://example.com/a";

    private static readonly DateTimeOffset start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly RevisitPriors priors = new(ChangeRate.Unknown, ChangeRate.Unknown, ChangeRate.Unknown);

    [Fact]
    public void The_first_visit_teaches_nothing_and_sets_the_next()
    {
        var first = First("article");

        Assert.Equal((1, 0, 0.0, 0.0), (first.Visits, first.Changes, first.EvidenceShape, first.EvidenceDays));
        Assert.Equal(start + RevisitWorth.Pause(RevisitRole.Article, ChangeRate.Unknown), first.NextVisit);
    }

    [Fact]
    public void Not_modified_is_a_visit_without_change()
    {
        var second = Again(First("article"), CrawlReason.NotModified, isEdited: true);

        Assert.Equal((2, 0, 0.0, 1.0), (second.Visits, second.Changes, Math.Round(second.EvidenceShape, 9), Math.Round(second.EvidenceDays, 9)));
        Assert.Equal(86_400, second.ObservedSeconds);
    }

    [Theory]
    [InlineData("article", true, 0, 1)]
    [InlineData("article", false, 2, 0)]
    [InlineData("listing", false, 2, 1)]
    [InlineData("listing", true, 0, 0)]
    [InlineData(null, true, 0, 1)]
    public void An_article_changes_by_its_text_and_a_list_by_what_it_leads_to(string? kind, bool isEdited, int newLinks, int changes) =>
        Assert.Equal(changes, Again(First(kind), CrawlReason.Fetched, isEdited, newLinks).Changes);

    [Fact]
    public void The_date_of_a_change_tells_more_than_the_change()
    {
        var second = Again(First("article"), CrawlReason.Fetched, isEdited: true, lastModified: start.AddHours(6));

        Assert.Equal((1.0, 0.75), (Math.Round(second.EvidenceShape, 9), Math.Round(second.EvidenceDays, 9)));
    }

    [Fact]
    public void A_list_that_changes_by_the_minute_is_never_given_up()
    {
        var row = First("listing");
        for (var look = 0; look < 40; look++)
        {
            row = VisitRecord.After("s", Visit(CrawlReason.Fetched, row.NextVisit), new(row.UrlHash, row.UrlHash, row, "listing", false, NewLinks: 5), priors)!;
        }

        Assert.InRange(row.NextVisit - row.LastVisit, RevisitWorth.Soonest, TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_page_that_failed_before_it_was_seen_is_not_recorded() =>
        Assert.Null(VisitRecord.After("s", Visit(CrawlReason.NotFound, start), new(ItemKey.FromUrl(Address), ItemKey.FromUrl(Address), null, null, false, 0), priors));

    [Fact]
    public void Priors_are_those_of_pages_of_the_same_kind()
    {
        var quiet = Enumerable.Repeat(new VisitEvidence("article", 0, 60), 30);
        var busy = Enumerable.Repeat(new VisitEvidence("listing", 40, 2), 30);
        var learned = RevisitPriors.Of([.. quiet, .. busy]);

        Assert.True(learned.Article.Mean < 0.05 && learned.Listing.Mean > 10, $"{learned}");
        Assert.Equal(ChangeRate.Unknown, learned.Other);
        Assert.True(RevisitWorth.Pause(RevisitRole.Article, learned.Article) > RevisitWorth.Pause(RevisitRole.Listing, learned.Listing) * 20);
    }

    private static PageVisitRow First(string? kind) =>
        VisitRecord.After("s", Visit(CrawlReason.Fetched, start), new(ItemKey.FromUrl(Address), ItemKey.FromUrl(Address), null, kind, false, 0), priors)! with { Url = kind ?? "" };

    private static PageVisitRow Again(PageVisitRow row, CrawlReason reason, bool isEdited = false, int newLinks = 0, DateTimeOffset? lastModified = null) =>
        VisitRecord.After("s", Visit(reason, start.AddDays(1), lastModified), new(row.UrlHash, row.UrlHash, row, row.Url.Length == 0 ? null : row.Url, isEdited, newLinks), priors)!;

    private static PageVisit Visit(CrawlReason reason, DateTimeOffset at, DateTimeOffset? lastModified = null) =>
        new(new FrontierUrl(1, Address, 1, 0), Address, at, reason, lastModified);
}
