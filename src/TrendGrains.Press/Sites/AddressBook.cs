using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>Where every publication of the world stands.</summary>
internal sealed class AddressBook(PressWorld world, IReadOnlyDictionary<string, string> roots)
{
    private readonly Dictionary<string, Publication> publications = world.Publications.ToDictionary(p => p.Id);
    private readonly Dictionary<string, ISite> sites = [];

    public IReadOnlyDictionary<string, ISite> Sites => sites;

    /// <summary>Without a slash at the end.</summary>
    public string RootOf(string outlet) => roots[outlet];

    public void Add(string outlet, ISite site) => sites.Add(outlet, site);

    public Publication? Find(string id) => publications.GetValueOrDefault(id);

    /// <summary>Absolute; its own first, then those that lead to it.</summary>
    public string[] UrlsOf(Publication publication) =>
        [.. sites[publication.Outlet].PathsOf(publication).Select(p => roots[publication.Outlet] + p)];

    public string UrlOf(Publication publication) => UrlsOf(publication)[0];
}
