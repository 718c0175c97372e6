using System.Text.Json;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata;

/// <summary>What a page's JSON-LD (schema.org) says about it.</summary>
internal sealed class JsonLdFacts
{
    private const int LongestScript = 2_000_000;
    private static readonly JsonDocumentOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Every type named, lower case, without namespace.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    public string? Headline { get; private set; }
    public string? Name { get; private set; }
    public string? Byline { get; private set; }
    public string? Published { get; private set; }
    public string? Modified { get; private set; }
    public string? SiteName { get; private set; }
    public string? Language { get; private set; }
    public string? Image { get; private set; }
    public List<string> Tags { get; } = [];

    public static JsonLdFacts Of(IEnumerable<string> scripts)
    {
        var facts = new JsonLdFacts();
        foreach (var script in scripts)
        {
            if (script.Length > LongestScript || Parse(script) is not { } document)
            {
                continue;
            }
            using (document)
            {
                facts.Walk(document.RootElement);
            }
        }
        return facts;
    }

    private static JsonDocument? Parse(string script)
    {
        var json = script.AsMemory().Trim();
        if (json.Span.StartsWith("<![CDATA[") || json.Span.StartsWith("//<![CDATA["))
        {
            var start = json.Span.IndexOf('{');
            var end = json.Span.LastIndexOf('}');
            json = start >= 0 && end > start ? json[start..(end + 1)] : json;
        }
        try
        {
            return JsonDocument.Parse(json, options);
        }
        catch (JsonException)
        {
            // A raw line break inside a string is the commonest fault.
            try
            {
                return JsonDocument.Parse(TextNormalizer.Fold(json.Span), options);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    // Recursion is bounded by the parser's MaxDepth.
    private void Walk(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var child in element.EnumerateArray())
            {
                Walk(child);
            }
            return;
        }
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        var types = TypesOf(element);
        Types.UnionWith(types);
        var isWork = types.Exists(t => t.EndsWith("article", StringComparison.Ordinal) || t.EndsWith("posting", StringComparison.Ordinal)
            || t is "report" or "review" or "recipe" or "howto" or "question" or "scholarlyarticle" or "socialmediaposting");
        var isPage = types.Exists(t => t.EndsWith("page", StringComparison.Ordinal));
        if (isWork || (isPage && Published is null))
        {
            Published = isWork ? Text(element, "datePublished") ?? Text(element, "dateCreated") ?? Published : Published ?? Text(element, "datePublished");
            Modified = isWork ? Text(element, "dateModified") ?? Modified : Modified ?? Text(element, "dateModified");
            Language ??= Text(element, "inLanguage");
        }
        if (isWork)
        {
            Headline ??= Text(element, "headline") ?? Text(element, "name");
            Byline ??= Names(element, "author") ?? Names(element, "creator");
            SiteName ??= Names(element, "publisher");
            Image ??= Address(element, "image") ?? Address(element, "thumbnailUrl");
            AddTags(element);
        }
        else if (types.Contains("website"))
        {
            SiteName ??= Text(element, "name");
        }
        else if (types.Contains("product"))
        {
            Name ??= Text(element, "name");
        }
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "itemListElement" or "item" or "hasPart" or "isPartOf")
            {
                Walk(property.Value);
            }
        }
    }

    private static List<string> TypesOf(JsonElement element)
    {
        var types = new List<string>();
        if (element.TryGetProperty("@type", out var type))
        {
            foreach (var value in type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : new[] { type })
            {
                if (value.ValueKind == JsonValueKind.String)
                {
                    var name = value.GetString()!;
                    types.Add(name[(name.LastIndexOfAny(['/', ':', '#']) + 1)..].ToLowerInvariant());
                }
            }
        }
        return types;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextNormalizer.Fold(value.GetString()!) is { Length: > 0 } text ? text : null,
        JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
        JsonValueKind.Object when value.TryGetProperty("@value", out var inner) => Text(inner),
        JsonValueKind.Object when value.TryGetProperty("name", out var inner) => Text(inner),
        _ => null,
    };

    private static string? Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }
        var names = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)])
            .Where(n => n is { Length: < 120 } && !n.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct();
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private static string? Address(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }
        while (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            value = value[0];
        }
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("url", out var url) ? Text(url) : value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private void AddTags(JsonElement element)
    {
        foreach (var name in new[] { "keywords", "articleSection" })
        {
            if (!element.TryGetProperty(name, out var value))
            {
                continue;
            }
            var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)];
            Tags.AddRange(texts.OfType<string>().SelectMany(t => t.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }
    }
}
