namespace TrendGrains.Press.Hosting;

/// <param name="Kind"><c>news</c>, <c>forum</c> or <c>channel</c>.</param>
/// <param name="BaseUrl">Ends with a slash.</param>
/// <param name="Source">The recommended one.</param>
/// <param name="Sources">All that can be added.</param>
public sealed record OutletNote(string Slug, string Name, string Language, string Kind, string BaseUrl, SourceNote Source, SourceNote[] Sources);
