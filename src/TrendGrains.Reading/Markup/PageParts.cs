using AngleSharp.Dom;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Markup;

/// <summary>What is collected in one walk over the whole document, head and hidden parts included.</summary>
internal sealed class PageParts
{
    /// <summary>Lower-case name, property or http-equiv → contents, in document order.</summary>
    public Dictionary<string, List<string>> Metas { get; } = new(StringComparer.Ordinal);

    public List<string> JsonLd { get; } = [];
    public List<IElement> Links { get; } = [];
    public List<IElement> Anchors { get; } = [];

    /// <summary>Frames, embedded objects.</summary>
    public List<IElement> Frames { get; } = [];
    public List<IElement> Properties { get; } = [];
    public List<IElement> Headings { get; } = [];

    /// <summary>Names of microdata's item types, lower case, without namespace.</summary>
    public HashSet<string> ItemTypes { get; } = new(StringComparer.Ordinal);
    public IElement? Base { get; private set; }
    public int Elements { get; private set; }
    public ElementCensus Census { get; } = new();

    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Metas.TryGetValue(name, out var values) && values.Find(v => v.Trim().Length > 0) is { } value)
            {
                return value;
            }
        }
        return null;
    }

    public static PageParts Of(IDocument document)
    {
        var parts = new PageParts();
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((document.ChildNodes, 0));
        while (open.TryPop(out var top))
        {
            if (top.Next >= top.Children.Length)
            {
                continue;
            }
            open.Push((top.Children, top.Next + 1));
            if (top.Children[top.Next] is IElement element)
            {
                parts.Add(element);
                if (element.ChildNodes.Length > 0)
                {
                    open.Push((element.ChildNodes, 0));
                }
            }
        }
        return parts;
    }

    private void Add(IElement element)
    {
        Elements++;
        Census.Add(element.LocalName);
        switch (element.LocalName)
        {
            case "meta":
                AddMeta(element);
                break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true:
                JsonLd.Add(element.TextContent);
                break;
            case "link":
                Links.Add(element);
                break;
            case "a" or "area":
                Anchors.Add(element);
                break;
            case "iframe" or "embed" or "object" or "frame":
                Frames.Add(element);
                break;
            case "h1":
                Headings.Add(element);
                break;
            case "base":
                Base ??= element;
                break;
        }
        if (element.GetAttribute("itemtype") is { Length: > 0 and < 200 } type)
        {
            ItemTypes.Add(type[(type.LastIndexOfAny(['/', '#']) + 1)..].ToLowerInvariant());
        }
        if (element.HasAttribute("itemprop"))
        {
            Properties.Add(element);
        }
    }

    private void AddMeta(IElement meta)
    {
        if (meta.GetAttribute("content") is not { } content)
        {
            return;
        }
        // One attribute may hold several names: <meta property="og:title dc:title">.
        var names = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv") ?? "";
        foreach (var name in names.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Metas.TryGetValue(name, out var values))
            {
                Metas[name] = values = [];
            }
            values.Add(content);
        }
    }
}
