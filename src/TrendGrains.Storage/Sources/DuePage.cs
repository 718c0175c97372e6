namespace TrendGrains.Storage.Sources;

/// <summary>A page whose next visit is due.</summary>
/// <param name="Url">As it stands in the frontier, with the validators of the stored page.</param>
/// <param name="Visit">What its visits told.</param>
/// <param name="PageKind">As it was read; null when it was not.</param>
public sealed record DuePage(FrontierUrl Url, PageVisitRow Visit, string? PageKind);

/// <summary>A page that was just fetched and stored.</summary>
/// <param name="UrlHash">Key of its address in the frontier.</param>
/// <param name="LandedHash">Key of the address that answered.</param>
/// <param name="Url">That address.</param>
/// <param name="TextHash">As it reads now; null where nothing was read because nothing had changed.</param>
public sealed record FetchedAgain(Guid UrlHash, Guid LandedHash, string Url, DateTimeOffset At, Guid? TextHash, string? Title);

/// <summary>What is known of a page that was just fetched.</summary>
/// <param name="ItemId">The item that has the address.</param>
/// <param name="Before">What earlier visits told; null at the first.</param>
/// <param name="PageKind">As it was read; null when it was not.</param>
/// <param name="IsEdited">Its title or text is another than that of the version before.</param>
/// <param name="NewLinks">Addresses it led to that the source had never seen.</param>
public sealed record VisitedPage(Guid UrlHash, Guid ItemId, PageVisitRow? Before, string? PageKind, bool IsEdited, int NewLinks);

/// <summary>What the visits to some page told, and what kind of page it is.</summary>
public sealed record VisitEvidence(string? PageKind, double Shape, double Days);
