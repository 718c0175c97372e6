namespace TrendGrains.Crawling.Rendering;

/// <summary>What became of a page in the browser.</summary>
/// <param name="Html">The finished document; null where there is none, and the page as it was fetched is all there is.</param>
/// <param name="Detail">One sentence for a person: what happened, against which limit.</param>
/// <param name="NetworkBytes">Bytes that the page moved besides its own document.</param>
/// <param name="Elapsed">From asking for it to the document, waiting for room included.</param>
public sealed record RenderedPage(string? Html, string Detail, long NetworkBytes, TimeSpan Elapsed);
