using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TrendGrains.Crawling.Sites.Json;

/// <summary>Reads a mapping: one flat YAML map of addresses and JSON pointers.</summary>
internal sealed partial class MappingFile(string file)
{
    private const int MostCharacters = 64 * 1024;
    private static readonly string[] pointers = ["items", "id", "url", "title", "text", "time", "author", "score", "comments", "views", "likes", "shares", "next"];
    private static readonly string[] keys = ["list", "link", "header", "secret", .. pointers];

    public ListingMapping Read(string yaml)
    {
        var map = Map(yaml);
        var mapping = new ListingMapping();
        var seen = new HashSet<string>();
        foreach (var (key, value) in map.Children)
        {
            var name = key is YamlScalarNode { Value: { } text } ? text : throw Wrong(key, "a key is a plain word");
            if (!keys.Contains(name))
            {
                throw Wrong(key, $"'{name}' is no key of a mapping; there are {string.Join(", ", keys)}");
            }

            seen.Add(name);
            Set(mapping, name, value as YamlScalarNode ?? throw Wrong(value, $"'{name}' must be one text"));
        }

        foreach (var (missing, why) in Missing(seen))
        {
            throw Wrong(map, $"'{missing}' is missing: {why}");
        }

        return mapping;
    }

    private YamlMappingNode Map(string yaml)
    {
        if (yaml.Length > MostCharacters)
        {
            throw new FormatException($"{file}: a mapping has at most {MostCharacters:N0} characters, this has {yaml.Length:N0}.");
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException error)
        {
            throw new FormatException($"{file}:{error.Start.Line}: {error.Message}", error);
        }

        return stream.Documents.Count == 0 ? throw new FormatException($"{file}:1: 'items' is missing: the file is empty.")
            : stream.Documents[0].RootNode as YamlMappingNode ?? throw Wrong(stream.Documents[0].RootNode, "a mapping is a list of 'key: value' lines");
    }

    private void Set(ListingMapping mapping, string key, YamlScalarNode node)
    {
        var text = node.Value ?? "";
        var pointer = !pointers.Contains(key) ? null
            : JsonPointer.Parse(text) ?? throw Wrong(node, $"'{key}' must be a JSON pointer such as /data/title, not '{text}'");
        switch (key)
        {
            case "list": mapping.List = Address(node, key, text); break;
            case "link": mapping.Link = Address(node, key, text); break;
            case "header": mapping.Header = HeaderName().IsMatch(text) ? text : throw Wrong(node, $"'header' must be the name of a header, not '{text}'"); break;
            case "secret": mapping.Secret = Secret(node, text); break;
            case "items": mapping.Items = pointer!; break;
            case "id": mapping.Id = pointer; break;
            case "url": mapping.Url = pointer; break;
            case "title": mapping.Title = pointer; break;
            case "text": mapping.Text = pointer; break;
            case "time": mapping.Time = pointer; break;
            case "author": mapping.Author = pointer; break;
            case "score": mapping.Score = pointer; break;
            case "comments": mapping.Comments = pointer; break;
            case "views": mapping.Views = pointer; break;
            case "likes": mapping.Likes = pointer; break;
            case "shares": mapping.Shares = pointer; break;
            case "next": mapping.Next = pointer; break;
        }
    }

    private MappingSecret Secret(YamlNode node, string text) => SecretText().Match(text) is { Success: true } match
        ? new MappingSecret(match.Groups["prefix"].Value, match.Groups["variable"].Value)
        : throw Wrong(node, $"'secret' must be {{TRENDGRAINS_KEY_…}}, a variable of the environment, with a word before it or not: Bearer {{TRENDGRAINS_KEY_NEWS}}");

    private string Address(YamlScalarNode node, string key, string text) =>
        Uri.TryCreate(new Uri("https://list.invalid/"), text, out var url) && url.Scheme is "http" or "https" && text.Length > 0
            ? text
            : throw Wrong(node, $"'{key}' must be an http or https address, not '{text}'");

    private static IEnumerable<(string Key, string Why)> Missing(HashSet<string> seen)
    {
        if (!seen.Contains("items"))
        {
            yield return ("items", "the pointer to the array of items ('' where the answer is the array)");
        }

        if (!seen.Contains("url") && !(seen.Contains("link") && seen.Contains("id")))
        {
            yield return ("url", "an item needs 'url', or 'link' and 'id'");
        }

        if (seen.Contains("header") != seen.Contains("secret"))
        {
            yield return (seen.Contains("header") ? "secret" : "header", "'header' names the header that 'secret' is sent in");
        }

        if (!seen.Contains("title") && !seen.Contains("text"))
        {
            yield return ("title", "an item needs 'title' or 'text'");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$")]
    private static partial Regex HeaderName();

    /// <summary>Only variables that are named for this: a mapping may come from somebody else, and the environment holds other secrets.</summary>
    [GeneratedRegex(@"^(?<prefix>[A-Za-z]{1,20} )?\{(?<variable>TRENDGRAINS_KEY_[A-Z0-9_]{1,50})\}$")]
    private static partial Regex SecretText();

    private FormatException Wrong(YamlNode node, string what) => new($"{file}:{node.Start.Line}: {what}.");
}
