using System.Text.Json;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.JsonLd;

namespace TrendGrains.Reading.Extract;

/// <summary>
/// What a page says in its data and not in its markup, because a script is to write it: the article of its JSON-LD, prose in the state
/// that an application starts from, at last the description for previews. For pages that show next to nothing, and only for them:
/// where a page shows its text, its data repeats it or speaks of something else.
/// </summary>
internal static class EmbeddedText
{
    private const int LongestScript = 3_000_000;
    private const int MostScripts = 12;
    private const int LeastBody = 200;
    private const int LeastText = 250;
    private const int LeastProse = 300;

    // Shorter ones are a site's slogan.
    private const int LeastPreview = 100;

    private const string Preloaded = " data-preloaded=\"";

    /// <summary>The content chosen among a page's blocks, or what its data says where they hold next to nothing that is no link.</summary>
    public static List<Block> Or(List<Block> content, List<Block> blocks, PageParts parts, string markup)
    {
        var chosen = content.Sum(b => b.Chars);
        if (chosen >= LeastText || blocks.Sum(ContentExtractor.MassOf) >= LeastProse)
        {
            return content;
        }
        var embedded = Blocks(parts, markup);
        return embedded.Sum(b => b.Chars) > chosen * 2 ? embedded : content;
    }

    /// <summary>Blocks without a place in the page (their node is the body); empty where there is nothing to be found.</summary>
    private static List<Block> Blocks(PageParts parts, string markup)
    {
        foreach (var script in parts.JsonLd)
        {
            if (FromArticle(script) is { Count: > 0 } article)
            {
                return article;
            }
        }
        var state = new StateProse();
        foreach (var json in States(markup))
        {
            state.Read(json);
        }
        if (state.Chars >= LeastBody)
        {
            return state.Blocks;
        }
        return parts.Meta("og:description", "description", "twitter:description") is { Length: >= LeastPreview } description ? EmbeddedMarkup.Blocks(description) : [];
    }

    private static List<Block> FromArticle(string script)
    {
        if (script.Length > LongestScript || !script.Contains("articleBody", StringComparison.Ordinal))
        {
            return [];
        }
        using var json = JsonLdText.Parse(script);
        var open = new Stack<JsonElement>(json is null ? [] : [json.RootElement]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("articleBody", out var body) && body.ValueKind == JsonValueKind.String && body.GetString() is { Length: >= LeastBody } text)
                {
                    return EmbeddedMarkup.Blocks(text);
                }
                foreach (var property in element.EnumerateObject())
                {
                    open.Push(property.Value);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    open.Push(item);
                }
            }
        }
        return [];
    }

    /// <summary>Values of JSON that scripts hold or assign, and those in attributes where Discourse keeps its first answer.</summary>
    private static IEnumerable<string> States(string markup)
    {
        var attribute = markup.IndexOf(Preloaded, StringComparison.Ordinal);
        var quote = attribute < 0 ? -1 : markup.IndexOf('"', attribute + Preloaded.Length);
        if (quote - attribute is > 0 and < LongestScript)
        {
            yield return System.Net.WebUtility.HtmlDecode(markup[(attribute + Preloaded.Length)..quote]);
        }
        var (at, found) = (0, 0);
        while (found < MostScripts && (at = markup.IndexOf("<script", at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var start = markup.IndexOf('>', at);
            var end = start < 0 ? -1 : markup.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                yield break;
            }
            var isData = markup.AsSpan(at, start - at).Contains("ld+json", StringComparison.OrdinalIgnoreCase);
            var script = markup.AsMemory(start + 1, end - start - 1);
            at = end;
            if (!isData && script.Length is > 500 and < LongestScript && Value(script.Span) is { } value)
            {
                found++;
                yield return script[value..].ToString();
            }
        }
    }

    /// <summary>Where the value begins: at once, or behind <c>window.__STATE__ =</c>; null for a script that is a program.</summary>
    private static int? Value(ReadOnlySpan<char> script)
    {
        var first = script.IndexOfAnyExcept(" \t\r\n");
        if (first >= 0 && script[first] is '{' or '[')
        {
            return first;
        }
        var assigned = script.IndexOf('=');
        if (assigned is < 0 or > 200)
        {
            return null;
        }
        var value = script[(assigned + 1)..].IndexOfAnyExcept(" \t\r\n");
        return value >= 0 && script[assigned + 1 + value] is '{' or '[' ? assigned + 1 + value : null;
    }
}
