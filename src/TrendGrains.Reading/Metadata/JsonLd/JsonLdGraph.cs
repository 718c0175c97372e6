using System.Text.Json;

namespace TrendGrains.Reading.Metadata.JsonLd;

/// <summary>One node of a page's JSON-LD, and how it was reached.</summary>
/// <param name="Depth">Nodes above it.</param>
/// <param name="IsListed">It stands in a list, as a part or as a comment: one of several things that the page shows.</param>
internal readonly record struct JsonLdNode(JsonElement Element, List<string> Types, int Depth, bool IsListed);

/// <summary>All nodes of a page's JSON-LD in document order, scripts together, with references by @id resolved. Bounded.</summary>
internal sealed class JsonLdGraph : IDisposable
{
    private const int MostNodes = 3000;
    private readonly List<JsonDocument> documents = [];
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    public List<JsonLdNode> Nodes { get; } = [];

    public static JsonLdGraph Of(IEnumerable<string> scripts)
    {
        var graph = new JsonLdGraph();
        foreach (var script in scripts)
        {
            if (JsonLdText.Parse(script) is { } document)
            {
                graph.documents.Add(document);
                graph.Walk(document.RootElement, 0, false);
            }
        }
        return graph;
    }

    /// <summary>The node itself, or the one that its @id names when it says nothing else.</summary>
    public JsonElement Resolve(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name", out _) && Id(value) is { } id && byId.TryGetValue(id, out var named) ? named : value;

    public void Dispose() => documents.ForEach(d => d.Dispose());

    // Recursion is bounded by the parser's depth.
    private void Walk(JsonElement element, int depth, bool isListed)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in element.EnumerateArray())
            {
                Walk(child, depth, isListed);
            }
            return;
        }
        if (element.ValueKind != JsonValueKind.Object || Nodes.Count >= MostNodes)
        {
            return;
        }
        var types = JsonLdValues.Types(element);
        if (types.Count > 0)
        {
            Nodes.Add(new JsonLdNode(element, types, depth, isListed));
        }
        if (Id(element) is { } id && element.TryGetProperty("name", out _))
        {
            byId.TryAdd(id, element);
        }
        var isQuestions = types.Contains("faqpage");
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                continue;
            }
            switch (property.Name)
            {
                case "@graph":
                    Walk(property.Value, depth, isListed);
                    break;
                case "mainEntity" or "mainEntityOfPage":
                    Walk(property.Value, depth + 1, isListed || isQuestions);
                    break;
                case "itemListElement" or "item" or "hasPart" or "isPartOf" or "blogPost" or "about" or "mentions" or "review" or "comment" or "subjectOf":
                    Walk(property.Value, depth + 1, true);
                    break;
                case "author" or "creator" or "publisher":
                    Remember(property.Value);
                    break;
            }
        }
    }

    /// <summary>Persons written out once and named by @id elsewhere.</summary>
    private void Remember(JsonElement value)
    {
        foreach (var one in JsonLdValues.Each(value))
        {
            if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("name", out _) && Id(one) is { } id)
            {
                byId.TryAdd(id, one);
            }
        }
    }

    private static string? Id(JsonElement element) =>
        element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
