namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>A moment as a page wrote it: the day always, time of day and zone only where it said them.</summary>
internal readonly record struct WrittenMoment(DateOnly Day, TimeSpan? Time, TimeSpan? Offset)
{
    /// <summary>The zone of the one country in which dates are written with these words: Korea's for "3월 5일 오후".</summary>
    public TimeSpan? Wording { get; init; }

    /// <summary>The name that the zone was given by, if it was.</summary>
    public string? ZoneName { get; init; }

    /// <summary>No web page is older, and hardly any that says so.</summary>
    private const int EarliestYear = 1993;

    public static WrittenMoment? Of(int year, int month, int day, TimeSpan? time = null, TimeSpan? offset = null) =>
        year is >= EarliestYear and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new WrittenMoment(new DateOnly(year, month, day), time, offset)
            : null;

    public static WrittenMoment? Of(DateTimeOffset moment) =>
        moment.Year >= EarliestYear ? new WrittenMoment(DateOnly.FromDateTime(moment.DateTime), moment.TimeOfDay, moment.Offset) : null;

    /// <summary>The moment itself; one without a zone is read in <paramref name="assumed"/>.</summary>
    public DateTimeOffset In(TimeSpan assumed) => new(Day.ToDateTime(TimeOnly.MinValue) + (Time ?? TimeSpan.Zero), Offset ?? Wording ?? assumed);
}
