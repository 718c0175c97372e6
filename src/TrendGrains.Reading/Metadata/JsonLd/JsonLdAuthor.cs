namespace TrendGrains.Reading.Metadata.JsonLd;

/// <summary>Whom JSON-LD names as the author.</summary>
/// <param name="Name">As written.</param>
/// <param name="IsOrganization">The node says that it is an organisation.</param>
internal readonly record struct JsonLdAuthor(string Name, bool IsOrganization);
