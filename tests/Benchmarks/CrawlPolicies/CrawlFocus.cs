namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>A focus in the words that an operator would give, and the topic of the truth that it means.</summary>
internal sealed record CrawlFocus(int Index, string Topic, string English, string Korean)
{
    public static readonly CrawlFocus[] All =
    [
        new(0, "economy", "economy", "경제"), new(1, "politics", "politics", "정치"), new(2, "sports", "sports", "스포츠"),
    ];

    public string In(string language) => language == "ko" ? Korean : English;
}
