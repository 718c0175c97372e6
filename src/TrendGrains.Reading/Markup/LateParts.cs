using AngleSharp.Dom;

namespace TrendGrains.Reading.Markup;

/// <summary>
/// Parts of a page that its markup holds elsewhere, or wraps, until a browser has run: what React streams behind the page
/// (<c>&lt;template id="B:0"&gt;</c> stands where <c>&lt;div hidden id="S:0"&gt;</c> goes), shadow roots, posts inside noscript.
/// </summary>
internal sealed class LateParts(IElement root)
{
    private const int LeastNoscript = 400;

    // Each may stand in the one before: more would be a page as deep as it is long.
    private const int MostPlaced = 200;
    private readonly HashSet<IElement> placed = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, IElement>? late;

    /// <summary>React's part that was streamed late: hidden only until it is put in its place.</summary>
    public static bool IsLate(IElement element) => element.Id is { Length: > 2 and < 12 } id && id[0] == 'S' && id[1] == ':' && element.HasAttribute("hidden");

    /// <summary>Children of an element of the page's own making that its markup keeps apart from those it is given; null for none.</summary>
    public static INodeList? Shadow(IElement element) =>
        element.LocalName.Contains('-', StringComparison.Ordinal) && element.ShadowRoot is { ChildNodes: { Length: > 0 } children } ? children : null;

    /// <summary>True for a late part that was read where it belongs.</summary>
    public bool IsPlaced(IElement element) => placed.Count > 0 && placed.Contains(element);

    /// <summary>What a reader sees of an element that is not shown itself; null for nothing.</summary>
    public INodeList? Children(IElement element) => element.LocalName switch
    {
        // Some forums give their posts only to readers without scripts; most pages put a counter pixel or a plea there.
        "noscript" when element.TextContent.AsSpan().Trim().Length > LeastNoscript => element.ChildNodes,
        "template" when element.Id is { Length: > 2 and < 12 } id && id[0] is 'B' or 'P' && id[1] == ':' => Placed(id[2..]),
        _ => null,
    };

    private INodeList? Placed(string number)
    {
        late ??= All();
        return placed.Count < MostPlaced && late.TryGetValue(number, out var part) && placed.Add(part) ? part.ChildNodes : null;
    }

    private Dictionary<string, IElement> All()
    {
        var all = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var element in root.Children.Where(IsLate))
        {
            all.TryAdd(element.Id![2..], element);
        }
        return all;
    }
}
