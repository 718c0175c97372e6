namespace TrendGrains.Reading.Evaluation;

/// <summary>One page of WCXB and what people say it holds.</summary>
/// <param name="Kind">One of <see cref="PageKinds"/>.</param>
/// <param name="With">Snippets that belong to the text.</param>
/// <param name="Without">Snippets that do not.</param>
/// <param name="Published">As the corpus writes it; null where it has none.</param>
public sealed record WcxbPage(string Id, string Url, string Kind, byte[] Body, string Text, string[] With, string[] Without, string? Title, string? Author, string? Published)
{
    /// <summary>The site as a split by site takes it.</summary>
    public string Site { get; } = SiteSplit.SiteOf(Url);

    /// <summary>True for the third of the sites that nothing is tuned on.</summary>
    public bool IsHeldOut => SiteSplit.IsHeldOut(Site);
}
