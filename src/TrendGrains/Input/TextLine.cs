using System.Text.Json;

namespace TrendGrains.Input;

/// <summary>One line of a text batch: <c>{id, text}</c>; the id is echoed as it came.</summary>
internal sealed record TextLine(JsonElement? Id, string Text)
{
    private static readonly JsonDocumentOptions options = new() { MaxDepth = 32 };

    public static bool TryParse(InputLine line, out TextLine text, out string? problem)
    {
        text = null!;
        if (line.Bytes is null)
        {
            problem = $"the line is longer than {BoundedLines.Longest / (1024 * 1024)} MB";
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(line.Bytes, options);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("text", out var value)
                || value.ValueKind != JsonValueKind.String)
            {
                problem = "not a JSON object with a \"text\" string";
                return false;
            }

            problem = null;
            text = new TextLine(document.RootElement.TryGetProperty("id", out var id) ? id.Clone() : null, value.GetString()!);
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            problem = $"not JSON: {error.Message}";
            return false;
        }
    }
}
