using System.Globalization;
using System.Text.Json;

namespace TrendGrains.Crawling.Sites;

/// <summary>Fields of JSON whose author may have written anything: absent, null and of another type are all null.</summary>
internal static class JsonFields
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    public static bool IsTrue(this JsonElement element, string name) => element.Field(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A whole number, as a number or as digits.</summary>
    public static long? Count(this JsonElement element, string name) => element.Field(name)?.Count();

    /// <inheritdoc cref="Count(JsonElement, string)"/>
    public static long? Count(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Seconds since 1970, as a number or as digits; null outside the years 1 to 9999.</summary>
    public static DateTimeOffset? Moment(this JsonElement element)
    {
        double seconds;
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when element.TryGetDouble(out seconds):
            case JsonValueKind.String when double.TryParse(element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds):
                return seconds is > -62_135_596_800 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;
            default:
                return null;
        }
    }
}
