using System.Text.Json;

namespace TrendGrains.Crawling.Sites.Json;

/// <summary>A JSON pointer (RFC 6901), e.g. <c>/hits/0/title</c>; the empty one is the whole value.</summary>
internal sealed class JsonPointer
{
    private readonly string[] steps;

    private JsonPointer(string[] steps) => this.steps = steps;

    /// <summary>Null where the text is none: it neither is empty nor begins with a slash, or has a <c>~</c> without 0 or 1 after it.</summary>
    public static JsonPointer? Parse(string text)
    {
        if (text.Length == 0)
        {
            return new JsonPointer([]);
        }

        var isWhole = text[0] == '/' && !text.Replace("~0", "", StringComparison.Ordinal).Replace("~1", "", StringComparison.Ordinal).Contains('~');
        return isWhole
            ? new JsonPointer([.. text.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))])
            : null;
    }

    /// <summary>What it points to; null where nothing is there, or a JSON null.</summary>
    public JsonElement? In(JsonElement value)
    {
        foreach (var step in steps)
        {
            if (value.ValueKind == JsonValueKind.Array && IsIndex(step) && int.TryParse(step, out var index) && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else if (value.Member(step) is { } member)
            {
                value = member;
            }
            else
            {
                return null;
            }
        }

        return value.ValueKind == JsonValueKind.Null ? null : value;
    }

    private static bool IsIndex(string step) => step == "0" || (step.Length > 0 && step[0] != '0' && step.All(char.IsAsciiDigit));
}
