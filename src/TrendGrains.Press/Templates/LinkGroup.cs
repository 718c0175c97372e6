namespace TrendGrains.Press.Templates;

/// <summary>Links of one sort that stand together.</summary>
/// <param name="Name">Class of the list.</param>
internal sealed record LinkGroup(string Name, (string Title, string Path)[] Links);
