namespace TrendGrains.Grains.Sources;

/// <summary>
/// Where the reading of a listing stands: it goes page by page from the newest to what is known. The cursor moves only once the
/// last page is stored, so a crawl that is cut off reads those pages again.
/// </summary>
[GenerateSerializer, Immutable, Alias("listing-position")]
internal sealed record ListingPosition
{
    /// <summary>A listing that goes on for ever is left after so many pages.</summary>
    private const int MostPages = 100;

    /// <summary>Where the last complete reading began; the adapter's own words.</summary>
    [Id(0)] public string? Cursor { get; init; }

    /// <summary>The page to ask for next; null for the first.</summary>
    [Id(1)] public string? NextPage { get; init; }

    /// <summary>The cursor once the reading under way is complete.</summary>
    [Id(2)] public string? Begun { get; init; }

    /// <summary>Pages read since the newest.</summary>
    [Id(3)] public int Pages { get; init; }

    /// <summary>The first page's validators, for when all pages are read: until then it is asked for whole.</summary>
    [Id(4)] public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    [Id(5)] public string? LastModified { get; init; }

    /// <summary>The position after a page: further down, or done.</summary>
    public ListingPosition After(string? cursor, string? nextPage)
    {
        var begun = Begun ?? cursor; // of the first page that has one
        return nextPage is null || Pages + 1 >= MostPages
            ? new ListingPosition { Cursor = begun ?? Cursor }
            : this with { NextPage = nextPage, Begun = begun, Pages = Pages + 1 };
    }

    /// <summary>From the newest page again.</summary>
    public ListingPosition Restarted() => new() { Cursor = Cursor };
}
