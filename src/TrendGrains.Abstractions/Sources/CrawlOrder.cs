namespace TrendGrains.Abstractions.Sources;

/// <summary>What one crawl does otherwise than its source says.</summary>
[GenerateSerializer, Immutable, Alias("crawl-order")]
public sealed record CrawlOrder
{
    public static readonly CrawlOrder None = new();

    [Id(0)] public CrawlPolicy? Policy { get; init; }

    /// <summary>What its pages should be about; null for the source's own.</summary>
    [Id(1)] public string? Focus { get; init; }

    /// <summary>Pages that it may fetch; null for the source's own bound.</summary>
    [Id(2)] public int? Budget { get; init; }

    /// <exception cref="ArgumentException">The budget is no number of pages: 0 would be no bound.</exception>
    public void Check()
    {
        if (Budget is < 1)
        {
            throw new ArgumentException($"A crawl's budget is the number of pages that it may fetch, 1 or more, not {Budget}.");
        }
    }

    public SourceDefinition Of(SourceDefinition source) => source with
    {
        Policy = Policy ?? source.Policy,
        Focus = Focus ?? source.Focus,
        MaxPages = Budget ?? source.MaxPages,
    };
}
