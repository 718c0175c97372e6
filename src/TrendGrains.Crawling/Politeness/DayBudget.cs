namespace TrendGrains.Crawling.Politeness;

/// <summary>What was asked of one host on one day (UTC).</summary>
public readonly record struct DayBudget(DateOnly Day, int Pages, long Bytes)
{
    /// <summary>The budget as it stands at a time: a new day begins with nothing spent.</summary>
    public DayBudget At(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        return day == Day ? this : new DayBudget(day, 0, 0);
    }

    public DayBudget Spend(int pages, long bytes) => this with { Pages = Pages + pages, Bytes = Bytes + bytes };

    /// <summary>What is used up, for a person; null while there is room.</summary>
    public string? Spent(PolitenessOptions options) =>
        options.MaxPagesPerDay > 0 && Pages >= options.MaxPagesPerDay ? $"{Pages:N0} requests"
        : options.MaxBytesPerDay > 0 && Bytes >= options.MaxBytesPerDay ? $"{Bytes:N0} bytes"
        : null;

    /// <summary>From a time to the next day.</summary>
    public TimeSpan Left(DateTimeOffset now) => Day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - now.UtcDateTime;
}
