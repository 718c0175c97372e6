using System.Net;
using System.Text.Json;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata.JsonLd;

/// <summary>Reads schema.org values, which may be a string, an object with a name, or an array of either.</summary>
internal static class JsonLdValues
{
    private const int Most = 40;
    private const int DeepestValue = 6;

    /// <summary>Types of a node, lower case, without namespace.</summary>
    public static List<string> Types(JsonElement node)
    {
        var types = new List<string>();
        if (node.TryGetProperty("@type", out var type))
        {
            foreach (var value in Each(type))
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

    public static string? Text(JsonElement node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.TryGetProperty(name, out var value) && Text(value, 0) is { } text)
            {
                return text;
            }
        }
        return null;
    }

    public static IEnumerable<string> Texts(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Texts(value) : [];

    public static IEnumerable<string> Texts(JsonElement value) => Each(value).Select(v => Text(v, 0)).OfType<string>();

    /// <summary>An address: a string, an ImageObject's url or contentUrl, a node's @id.</summary>
    public static string? Address(JsonElement value, int depth = 0)
    {
        if (depth > DeepestValue)
        {
            return null;
        }
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array when value.GetArrayLength() > 0 => Address(value[0], depth + 1),
            JsonValueKind.Object => new[] { "url", "contentUrl", "@id" }.Select(n => value.TryGetProperty(n, out var inner) ? Address(inner, depth + 1) : null).FirstOrDefault(a => a is not null),
            _ => null,
        };
    }

    public static IEnumerable<JsonElement> Each(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(Most) : [value];

    private static string? Text(JsonElement value, int depth)
    {
        if (depth > DeepestValue)
        {
            return null;
        }
        return value.ValueKind switch
        {
            JsonValueKind.String => Plain(value.GetString()!),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0], depth + 1),
            JsonValueKind.Object when value.TryGetProperty("@value", out var inner) => Text(inner, depth + 1),
            JsonValueKind.Object when value.TryGetProperty("name", out var inner) => Text(inner, depth + 1),
            _ => null,
        };
    }

    /// <summary>Many systems write "&amp;amp;" and even "&amp;amp;amp;" into what should be plain text.</summary>
    private static string? Plain(string text)
    {
        for (var i = 0; i < 2 && text.Contains('&') && text.Contains(';'); i++)
        {
            text = WebUtility.HtmlDecode(text);
        }
        return TextNormalizer.Fold(text) is { Length: > 0 } folded ? folded : null;
    }
}
