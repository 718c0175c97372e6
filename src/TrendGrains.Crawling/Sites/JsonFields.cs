using System.Globalization;
using System.Text.Json;

namespace TrendGrains.Crawling.Sites;

/// <summary>Fields of JSON whose author may have written anything: absent, null and of another type are all null.</summary>
internal static class JsonFields
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    /// <summary>As <see cref="JsonElement.TryGetProperty(string, out JsonElement)"/>, also beside a name that no text can hold.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // One of the names is half of a surrogate pair.
            return element.EnumerateObject().Where(p => p.Text() == name).Select(p => (JsonElement?)p.Value).LastOrDefault();
        }
    }

    public static string? Text(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.String } value && value.String() is { Length: > 0 } text ? text : null;

    /// <summary>A string; null of anything else, and of an escape that is half of a surrogate pair.</summary>
    public static string? String(this JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name; null of one that no text can hold.</summary>
    public static string? Text(this JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The strings of an array; what is none is left out.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name) => element.Items(name).Select(i => i.String()).OfType<string>();

    public static bool IsTrue(this JsonElement element, string name) => element.Field(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A whole number, as a number or as digits.</summary>
    public static long? Count(this JsonElement element, string name) => element.Field(name)?.Count();

    /// <inheritdoc cref="Count(JsonElement, string)"/>
    public static long? Count(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.String when long.TryParse(value.String(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Seconds since 1970, as a number or as digits; null outside the years 1 to 9999.</summary>
    public static DateTimeOffset? Moment(this JsonElement element)
    {
        double seconds;
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when element.TryGetDouble(out seconds):
            case JsonValueKind.String when double.TryParse(element.String(), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds):
                return seconds is > -62_135_596_800 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;
            default:
                return null;
        }
    }
}
