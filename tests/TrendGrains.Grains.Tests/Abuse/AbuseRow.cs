namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>One thing that a server does to a crawler, and what it may cost.</summary>
/// <param name="Does">What the server does, for a person.</param>
/// <param name="Bound">What ends it.</param>
/// <param name="Reason">Code in the crawl log.</param>
internal sealed record AbuseRow(string Name, string Does, string Bound, string Reason)
{
    /// <summary>How the crawl comes upon it.</summary>
    public AbuseWay Way { get; init; }

    /// <summary>Writes the answer of every path that begins with <c>/hostile</c>, or of robots.txt.</summary>
    public required Func<AbuseAnswer, Task> Answer { get; init; }

    /// <summary>False where the honest page may not be asked for either.</summary>
    public bool HonestIsRead { get; init; } = true;

    /// <summary>What the first page links to before the honest page.</summary>
    public string Links { get; init; } = "<a href='/hostile'>x</a>";

    public override string ToString() => Name;
}

internal enum AbuseWay
{
    /// <summary>A page of a site links to it.</summary>
    Link,

    /// <summary>An entry of a feed announces it.</summary>
    Entry,

    /// <summary>The site's first page announces it as a feed.</summary>
    Feed,

    /// <summary>robots.txt names it as a sitemap.</summary>
    Sitemap,

    /// <summary>It is the robots.txt itself.</summary>
    Robots,
}
