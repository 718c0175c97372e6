using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Sites;

/// <summary>
/// How one kind of source is read: which address to ask, and what its answers say. Pure, keeps nothing; the source's grain keeps
/// the position. The request itself goes the way of all requests: the host's leave, the address checks, the limits.
/// </summary>
public interface ISiteAdapter
{
    /// <summary>What the definition lacks or has wrong for this kind; null when nothing.</summary>
    string? Refuse(SourceDefinition source);

    /// <summary>Absolute address of the newest page of the listing.</summary>
    string FirstPage(SourceDefinition source);

    /// <inheritdoc cref="FirstPage(SourceDefinition)"/>
    /// <param name="cursor">As for <see cref="Read"/>: a service that can be asked for what is newer is.</param>
    string FirstPage(SourceDefinition source, string? cursor) => FirstPage(source);

    /// <summary>What it asks its callers for; null where anybody may read.</summary>
    SiteLogin? Login(SourceDefinition source) => null;

    /// <summary>What the service means by an answer, where it says more than the status does, e.g. until when a quota is spent.</summary>
    FetchedPage Judge(FetchedPage answer, DateTimeOffset now) => answer;

    /// <param name="cursor">Where the last complete reading began; null on the first. Opaque, the adapter's own.</param>
    SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor);
}
