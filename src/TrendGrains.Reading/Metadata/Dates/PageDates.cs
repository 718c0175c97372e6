using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>Reads moments as one page means them: its order of day and month, its zone, and nothing later than when it was fetched.</summary>
internal sealed class PageDates(PageUrls urls, string? canonical, string? language, DateTimeOffset? fetchedAt)
{
    private readonly PageZone zone = PageZone.Of(urls.Page ?? canonical, language);

    private readonly string? country = PageZone.Country(urls.Page ?? canonical, language);

    public DayOrder Order { get; } = DayOrders.Of(urls.Page ?? canonical, language);

    /// <summary>Null when the text is no moment, or one that cannot be.</summary>
    public WrittenMoment? Parse(string? text) => Believable(DateText.Parse(text, Order));

    // The zone of a clock may be ahead of ours, hence the day.
    public WrittenMoment? Believable(WrittenMoment? moment) =>
        moment is { } said && Placed(said) is var written && (fetchedAt is null || written.In(zone.Offset) <= fetchedAt.Value.AddDays(1)) ? written : null;

    /// <summary>Names of zones mean what they mean where the page is from.</summary>
    private WrittenMoment Placed(WrittenMoment moment) =>
        moment is { ZoneName: { } name, Offset: { } offset } ? moment with { Offset = ZoneNames.Elsewhere(name, offset, country), ZoneName = null } : moment;

    public DateTimeOffset Resolve(WrittenMoment moment) => moment.In(zone.Offset);

    /// <summary>How the zone is known: <c>stated</c>, <c>site</c>, <c>language</c> or <c>utc</c>.</summary>
    public string ZoneReason(WrittenMoment moment) => moment.Offset is not null ? "stated" : moment.Wording is not null ? "language" : zone.Reason;
}
