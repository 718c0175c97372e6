namespace TrendGrains.Crawling.Sites;

/// <summary>A page of a listing as fetched.</summary>
/// <param name="Url">After redirects.</param>
/// <param name="Charset">As the transport named it.</param>
public sealed record SiteAnswer(Uri Url, byte[] Body, string? Charset);
