using System.Text.Json;

namespace TrendGrains.Inference.Tokenizers.Hub.Reading;

/// <summary>Fields of a part of a <c>tokenizer.json</c>, with errors that name them.</summary>
internal static class JsonFields
{
    /// <summary>The part, or null where it is missing or null.</summary>
    public static JsonElement? Part(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    public static JsonElement Demand(this JsonElement parent, string name) =>
        parent.Part(name) ?? throw new TokenizerFormatException($"'{name}' is missing.");

    public static string TypeOf(this JsonElement part) => part.Text("type") ?? throw new TokenizerFormatException("a part has no 'type'.");

    public static string? Text(this JsonElement parent, string name) => parent.Part(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new TokenizerFormatException($"'{name}' is not a string."),
    };

    public static bool? Flag(this JsonElement parent, string name) => parent.Part(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new TokenizerFormatException($"'{name}' is neither true nor false."),
    };

    public static int? Number(this JsonElement parent, string name) => parent.Part(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ => throw new TokenizerFormatException($"'{name}' is not a whole number."),
    };

    public static int DemandId(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var id) && id >= 0
            ? id
            : throw new TokenizerFormatException($"'{name}' has an id that is not a whole number.");

    public static IEnumerable<JsonElement> List(this JsonElement parent, string name) => parent.Part(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        _ => throw new TokenizerFormatException($"'{name}' is not a list."),
    };

    /// <summary>One of the names of an enumeration, written in any case, words joined or with underscores.</summary>
    public static T Choice<T>(this JsonElement parent, string name, T otherwise)
        where T : struct, Enum =>
        parent.Text(name) is not { } text ? otherwise
        : Enum.TryParse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var found) && Enum.IsDefined(found) ? found
        : throw new TokenizerFormatException($"'{name}' is '{text}', which is not known.");
}
