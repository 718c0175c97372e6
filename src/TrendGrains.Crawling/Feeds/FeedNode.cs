namespace TrendGrains.Crawling.Feeds;

/// <summary>An element or a run of text. Elements have the canonical prefix of their vocabulary; names compare without case.</summary>
internal sealed class FeedNode(FeedNode? parent, string prefix, string name, FeedAttribute[] attributes)
{
    private List<FeedNode>? children;

    public FeedNode(FeedNode? parent, string text)
        : this(parent, "", "", []) => Text = text;

    public string Prefix { get; } = prefix;

    /// <summary>Local name; empty for a run of text.</summary>
    public string Name { get; } = name;

    /// <summary>Set for a run of text only.</summary>
    public string? Text { get; }

    public FeedNode? Parent { get; } = parent;

    public FeedAttribute[] Attributes { get; } = attributes;

    public IReadOnlyList<FeedNode> Children => children ?? (IReadOnlyList<FeedNode>)[];

    public void Add(FeedNode child) => (children ??= []).Add(child);

    public bool Is(string prefix, string name) =>
        Text is null && Prefix == prefix && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<FeedNode> All(string prefix, string name) => Children.Where(child => child.Is(prefix, name));

    public FeedNode? First(string prefix, string name)
    {
        foreach (var child in Children)
        {
            if (child.Is(prefix, name))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>An attribute without prefix, or with the given one.</summary>
    public string? Attribute(string name, string prefix = "")
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Prefix == prefix && attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>xml:base of this element and those around it, resolved against each other and the feed's address.</summary>
    public Uri? BaseUrl(Uri? feedUrl)
    {
        var outer = Parent is null ? feedUrl : Parent.BaseUrl(feedUrl);
        return Attribute("base", "xml") is { Length: > 0 and <= FeedLimits.UrlLength } own ? FeedReading.Resolve(own.Trim(), outer) ?? outer : outer;
    }

    /// <summary>The nearest xml:lang.</summary>
    public string? Language() => Attribute("lang", "xml") is { Length: > 0 } own ? own : Parent?.Language();
}

internal readonly record struct FeedAttribute(string Prefix, string Name, string Value);
