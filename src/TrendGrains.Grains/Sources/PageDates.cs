using System.Globalization;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Grains.Sources;

/// <summary>What an answer's header says of when its page last changed.</summary>
internal static class PageDates
{
    /// <summary>Null when it says nothing that can be read.</summary>
    public static DateTimeOffset? LastModified(FetchedPage? page) =>
        DateTimeOffset.TryParse(page?.LastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
