using TrendGrains.Press.World;

namespace TrendGrains.Press.SideDoor;

/// <param name="Url">Exactly as served.</param>
/// <param name="Aliases">Other URLs that lead to it.</param>
/// <param name="Story">Null for what belongs to none.</param>
/// <param name="Page"><c>article</c>, <c>forum</c> or <c>video</c>.</param>
/// <param name="Edits">When it changed after it was published.</param>
/// <param name="LinksTo">The publication that a forum post is about.</param>
public sealed record TruthItem(
    string Url,
    string[] Aliases,
    string Publication,
    string Outlet,
    string Language,
    string? Story,
    PublicationKind Kind,
    string Page,
    bool IsAdvert,
    string Topic,
    DateTimeOffset Published,
    string Title,
    DateTimeOffset[] Edits,
    string? LinksTo);
