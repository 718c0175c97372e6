using System.Net;
using System.Text;
using System.Text.Json;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata.JsonLd;

/// <summary>
/// Parses a JSON-LD script, mended where publishers break it most: comments and CDATA around it, character references for quotes,
/// raw line breaks and bare quotes in strings, wrong escapes, several values in a row, an end cut off.
/// </summary>
internal static class JsonLdText
{
    private const int LongestScript = 2_000_000;
    private const int Deepest = 64;
    private static readonly JsonDocumentOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    /// <summary>Null for what cannot be mended.</summary>
    public static JsonDocument? Parse(string script)
    {
        if (script.Length > LongestScript || string.IsNullOrWhiteSpace(script))
        {
            return null;
        }
        script = JsonEscapes.Paired(script);
        return TryParse(script.AsMemory().Trim()) ?? TryParse(Mend(script).AsMemory());
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<char> json)
    {
        try
        {
            return JsonDocument.Parse(json, options);
        }
        // Lone surrogates break the transcoding to UTF-8, which the parser does not call a JSON fault.
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string Mend(string script)
    {
        var text = script.Contains("&quot;", StringComparison.Ordinal) && !script.Contains('"') ? WebUtility.HtmlDecode(script) : script;
        var start = text.AsSpan().IndexOfAny('{', '[');
        // "//<![CDATA[" opens with a bracket that is no array's.
        var data = text.IndexOf("<![CDATA[", StringComparison.Ordinal);
        if (data >= 0 && start == data + 2)
        {
            var inside = text.AsSpan(data + 9).IndexOfAny('{', '[');
            start = inside < 0 ? -1 : data + 9 + inside;
        }
        if (start < 0)
        {
            return "";
        }
        var mended = new StringBuilder(text.Length + 16).Append('[');
        var open = new Stack<char>();
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                i = CopyString(text, i, mended);
                continue;
            }
            if (c is '{' or '[')
            {
                // Values in a row become the items of one array.
                mended.Append(open.Count == 0 && mended.Length > 1 ? "," : null).Append(c);
                open.Push(c == '{' ? '}' : ']');
            }
            else if (c is '}' or ']')
            {
                if (open.Count > 0 && open.Peek() == c)
                {
                    open.Pop();
                    mended.Append(c);
                }
            }
            else if (open.Count > 0)
            {
                mended.Append(c < ' ' ? ' ' : c);
            }
        }
        while (open.TryPop(out var close))
        {
            mended.Append(close);
        }
        return mended.Append(']').ToString();
    }

    /// <summary>Copies the string that starts at a quote; returns the place of the quote that ends it.</summary>
    private static int CopyString(string text, int at, StringBuilder mended)
    {
        mended.Append('"');
        for (var i = at + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                var next = text[i + 1];
                if ("\"\\/bfnrt".Contains(next) || (next == 'u' && i + 5 < text.Length && text.AsSpan(i + 2, 4).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0))
                {
                    mended.Append(c).Append(next);
                    i++;
                }
            }
            else if (c == '"')
            {
                if (EndsHere(text, i))
                {
                    mended.Append('"');
                    return i;
                }
                mended.Append("\\\"");
            }
            else
            {
                mended.Append(c < ' ' ? ' ' : c);
            }
        }
        mended.Append('"');
        return text.Length;
    }

    /// <summary>A quote ends its string where punctuation of JSON follows; one that does not was meant as a letter.</summary>
    private static bool EndsHere(string text, int quote)
    {
        var rest = text.AsSpan(quote + 1).TrimStart();
        return rest.IsEmpty || rest[0] is ',' or ':' or '}' or ']';
    }
}
