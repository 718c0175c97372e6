namespace TrendGrains.Press.Templates;

/// <summary>A page that is no news: about, contact, privacy, search, nothing found.</summary>
internal sealed record NoticePage(Masthead Masthead, string Path, string Heading, string[] Paragraphs);
