namespace TrendGrains.Press.Hosting;

/// <param name="Kind"><c>article</c> (print versions too), <c>listing</c> or <c>service</c>; null for what is no page of a news site.</param>
/// <param name="Publication">Id of the publication that it shows: two pages with the same are the same text.</param>
public sealed record PressPage(
    int Status, string ContentType, byte[] Body, DateTimeOffset? LastModified, string? Location, string? Kind, string? Publication);
