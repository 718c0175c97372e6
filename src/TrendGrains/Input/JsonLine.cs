using System.Globalization;
using System.Text.Json;

namespace TrendGrains.Input;

/// <summary>One line of JSON Lines as an object, and what is wrong with one that is none.</summary>
internal static class JsonLine
{
    private static readonly JsonDocumentOptions options = new() { MaxDepth = 32 };

    /// <summary>Hands the line's object to <paramref name="read"/>, which says what is wrong with it or returns null.</summary>
    public static string? Read(InputLine line, Func<JsonElement, string?> read)
    {
        if (line.Bytes is null)
        {
            return $"the line is longer than {BoundedLines.Longest / (1024 * 1024)} MB";
        }

        try
        {
            using var document = JsonDocument.Parse(line.Bytes, options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : "not a JSON object";
        }
        catch (JsonException error)
        {
            return $"not JSON at byte {error.BytePositionInLine}: {error.Message.Split([". Path:", " LineNumber:"], StringSplitOptions.None)[0]}";
        }
        catch (InvalidOperationException error)
        {
            // A string that is no text: half a surrogate pair, bytes that are no UTF-8.
            return $"not JSON: {error.Message}";
        }
    }

    /// <summary>The first of the fields that is a string or a number, as text; null when none is.</summary>
    public static string? Text(JsonElement root, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return value.ToString();
            }
        }

        return null;
    }

    /// <summary>A string, number, or null as it stands, to be echoed.</summary>
    public static JsonElement? Echo(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value))
        {
            return null;
        }

        // Reads it once, so that what cannot be written again is refused here.
        _ = value.ToString();
        return value.Clone();
    }

    /// <summary>ISO 8601, UTC where no offset stands; a date alone is its first moment.</summary>
    public static bool TryTime(string text, out DateTimeOffset time)
    {
        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
        time = time.ToUniversalTime();
        return isTime;
    }
}
