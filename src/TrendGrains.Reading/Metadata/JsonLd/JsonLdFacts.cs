using System.Text.Json;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata.JsonLd;

/// <summary>What a page's JSON-LD (schema.org) says about it: the facts of the one node that is the page's subject.</summary>
internal sealed class JsonLdFacts
{
    private const int FewArticles = 3;

    /// <summary>Every type named, lower case, without namespace.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    public string? Headline { get; private set; }

    /// <summary>A product's or video's name: a title where the page has no better one.</summary>
    public string? Name { get; private set; }

    public List<JsonLdAuthor> Authors { get; } = [];

    /// <summary>The one person that the graph describes: the writer, where systems leave the article's node out; null where there are several.</summary>
    public string? OnlyPerson { get; private set; }
    public string? Published { get; private set; }
    public string? Modified { get; private set; }
    public string? Publisher { get; private set; }
    public string? SiteName { get; private set; }
    public string? Language { get; private set; }
    public string? Image { get; private set; }
    public List<string> Tags { get; } = [];

    public static JsonLdFacts Of(IEnumerable<string> scripts, PageUrls urls)
    {
        var facts = new JsonLdFacts();
        using var graph = JsonLdGraph.Of(scripts);
        foreach (var node in graph.Nodes)
        {
            facts.Types.UnionWith(node.Types);
        }
        if (Main(graph, urls) is { } main)
        {
            facts.ReadWork(main.Element, graph);
        }
        foreach (var node in graph.Nodes)
        {
            facts.ReadBeside(node);
        }
        var persons = graph.Nodes.Where(n => n.Types.Contains("person") && !n.IsListed).Select(n => JsonLdValues.Text(n.Element, "name")).OfType<string>().Distinct().Take(2).ToArray();
        facts.OnlyPerson = persons.Length == 1 ? persons[0] : null;
        return facts;
    }

    /// <summary>The article, posting, recipe or question that the page is about; null where it shows several of a kind.</summary>
    private static JsonLdNode? Main(JsonLdGraph graph, PageUrls urls)
    {
        JsonLdNode? best = null;
        var bestScore = 0;
        var articles = 0;
        var isNamed = false;
        foreach (var node in graph.Nodes)
        {
            var score = node.Types.Max(Weight);
            if (score == 0)
            {
                continue;
            }
            articles += score >= 10 && Claims(node.Element) ? 1 : 0;
            var isHere = IsHere(node.Element, urls);
            score += (node.IsListed ? -9 : 0) - Math.Min(node.Depth, 3) + (isHere ? 6 : 0) + (node.Element.TryGetProperty("headline", out _) ? 2 : 0);
            isNamed |= isHere && score > 6;
            if (score > bestScore)
            {
                best = node;
                bestScore = score;
            }
        }
        return articles > FewArticles && !isNamed && best is { IsListed: true } ? null : best;
    }

    private static bool Claims(JsonElement node) => node.TryGetProperty("headline", out _) || node.TryGetProperty("name", out _);

    private static int Weight(string type) => type switch
    {
        _ when type.EndsWith("article", StringComparison.Ordinal) || type.EndsWith("posting", StringComparison.Ordinal) => type is "jobposting" ? 0 : 10,
        "report" or "recipe" or "podcastepisode" => 8,
        "question" or "review" or "howto" or "course" or "dataset" or "book" => 4,
        _ => 0,
    };

    private static bool IsHere(JsonElement node, PageUrls urls)
    {
        foreach (var name in new[] { "url", "mainEntityOfPage", "@id" })
        {
            if (node.TryGetProperty(name, out var value) && JsonLdValues.Address(value) is { } address && urls.IsPage(address))
            {
                return true;
            }
        }
        return false;
    }

    private void ReadWork(JsonElement work, JsonLdGraph graph)
    {
        Headline = JsonLdValues.Text(work, "headline", "name", "alternativeHeadline");
        Published = JsonLdValues.Text(work, "datePublished", "dateCreated", "uploadDate");
        Modified = JsonLdValues.Text(work, "dateModified");
        Language = JsonLdValues.Text(work, "inLanguage");
        Publisher = work.TryGetProperty("publisher", out var publisher) && graph.Resolve(publisher) is { ValueKind: JsonValueKind.Object } house
            ? JsonLdValues.Text(house, "name")
            : JsonLdValues.Text(work, "publisher");
        Image = new[] { "image", "thumbnailUrl", "primaryImageOfPage" }.Select(n => work.TryGetProperty(n, out var image) ? JsonLdValues.Address(image) : null).FirstOrDefault(a => a is not null);
        foreach (var name in new[] { "author", "creator" })
        {
            if (Authors.Count == 0 && work.TryGetProperty(name, out var authors))
            {
                AddAuthors(authors, graph);
            }
        }
        foreach (var name in new[] { "keywords", "articleSection" })
        {
            Tags.AddRange(JsonLdValues.Texts(work, name).SelectMany(t => t.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    private void AddAuthors(JsonElement authors, JsonLdGraph graph)
    {
        foreach (var one in JsonLdValues.Each(authors))
        {
            var author = graph.Resolve(one);
            if (author.ValueKind == JsonValueKind.Object)
            {
                var types = JsonLdValues.Types(author);
                var isOrganization = types.Exists(t => t.EndsWith("organization", StringComparison.Ordinal) || t is "corporation" or "website");
                foreach (var name in JsonLdValues.Texts(author, "name"))
                {
                    Authors.Add(new JsonLdAuthor(name, isOrganization));
                }
            }
            else if (author.ValueKind == JsonValueKind.String)
            {
                Authors.AddRange(JsonLdValues.Texts(author).Select(n => new JsonLdAuthor(n, false)));
            }
        }
    }

    /// <summary>What the nodes beside the subject add: the page's dates and language, the site's name, a product's name.</summary>
    private void ReadBeside(JsonLdNode node)
    {
        var element = node.Element;
        if (!node.IsListed && node.Types.Exists(t => t.EndsWith("page", StringComparison.Ordinal)))
        {
            Published ??= JsonLdValues.Text(element, "datePublished");
            Modified ??= JsonLdValues.Text(element, "dateModified");
            Language ??= JsonLdValues.Text(element, "inLanguage");
            Image ??= element.TryGetProperty("primaryImageOfPage", out var image) && image.ValueKind == JsonValueKind.Object && image.TryGetProperty("url", out var url) ? JsonLdValues.Address(url) : null;
        }
        if (node.Types.Contains("website"))
        {
            SiteName ??= JsonLdValues.Text(element, "name");
        }
        if (!node.IsListed && node.Types.Exists(t => t is "product" or "productgroup" or "individualproduct" or "videoobject" or "softwareapplication" or "course" or "event"))
        {
            Name ??= JsonLdValues.Text(element, "name");
        }
    }
}
