namespace TrendGrains.Crawling.Feeds;

/// <summary>Which prefix stands for which vocabulary at a place in a document that may not close what it opens.</summary>
internal sealed class NamespaceScope
{
    /// <summary>No feed needs so many; a hostile one would make each name cost a search through all of them.</summary>
    private const int Most = 100;

    private readonly Stack<(FeedNode? Owner, string Prefix, string Address)> declared = [];
    private int pending;

    /// <summary>Takes in the declarations of an element about to be opened.</summary>
    public void Enter(FeedAttribute[] attributes)
    {
        pending = 0;
        foreach (var attribute in attributes)
        {
            var isDefault = attribute.Prefix.Length == 0 && attribute.Name == "xmlns";
            if (declared.Count < Most && (isDefault || attribute.Prefix == "xmlns"))
            {
                declared.Push((null, isDefault ? "" : attribute.Name, attribute.Value));
                pending++;
            }
        }
    }

    /// <summary>The element that the last declarations belong to stands open.</summary>
    public void Opened(FeedNode? node)
    {
        var own = new List<(FeedNode? Owner, string Prefix, string Address)>();
        for (; pending > 0; pending--)
        {
            own.Add(declared.Pop());
        }

        foreach (var (_, prefix, address) in own)
        {
            declared.Push((node, prefix, address));
        }
    }

    /// <summary>Forgets the declarations of elements that are closed now.</summary>
    public void LeaveTo(FeedNode? innermost)
    {
        pending = 0;
        while (declared.TryPeek(out var last) && !IsOpen(last.Owner, innermost))
        {
            declared.Pop();
        }
    }

    public string Canonical(string prefix)
    {
        foreach (var (_, known, address) in declared)
        {
            if (known == prefix)
            {
                return FeedNamespaces.Canonical(address, prefix);
            }
        }

        return FeedNamespaces.Canonical("", prefix);
    }

    /// <summary>An attribute without prefix belongs to its element, not to the default vocabulary.</summary>
    public FeedAttribute Resolve(FeedAttribute attribute) =>
        attribute.Name == "xmlns" && attribute.Prefix.Length == 0 ? attribute with { Prefix = "xmlns" }
        : attribute.Prefix.Length == 0 || attribute.Prefix == "xmlns" ? attribute
        : attribute with { Prefix = Canonical(attribute.Prefix) };

    private static bool IsOpen(FeedNode? owner, FeedNode? innermost)
    {
        for (var node = innermost; node is not null; node = node.Parent)
        {
            if (node == owner)
            {
                return true;
            }
        }

        return false;
    }
}
