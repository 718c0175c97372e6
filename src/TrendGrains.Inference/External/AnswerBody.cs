using System.Text;
using System.Text.Json;

namespace TrendGrains.Inference.External;

/// <summary>An error that an endpoint gave in words of its own.</summary>
internal sealed class EndpointErrorException(string message, string? code) : Exception(message)
{
    /// <summary>E.g. <c>insufficient_quota</c>.</summary>
    public string? Code => code;
}

/// <summary>The body of an answer that may be anything.</summary>
internal static class AnswerBody
{
    private const int Shown = 120;

    public static string Text(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');

    /// <summary>Whether it is a stream of server-sent events (HTML standard, section 9.2), comments included.</summary>
    public static bool IsEvents(string text) => text.StartsWith("data:", StringComparison.Ordinal) || text.StartsWith("event:", StringComparison.Ordinal) || text.StartsWith(':');

    public static IEnumerable<string> Events(string text) => text.Split('\n')
        .Select(line => line.TrimEnd('\r'))
        .Where(line => line.StartsWith("data:", StringComparison.Ordinal))
        .Select(line => line[5..].Trim())
        .Where(line => line.Length > 0 && line != "[DONE]");

    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static JsonDocument Parse(string text)
    {
        try
        {
            var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 32 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }
            document.Dispose();
        }
        catch (JsonException)
        {
            // Said below, with what it begins with.
        }
        throw new FormatException(text.Length == 0 ? "its answer is empty"
            : text[0] == '<' ? "its answer is a web page and no JSON: is the address right?"
            : $"its answer is no JSON object: it begins with '{Short(text)}'");
    }

    /// <summary>OpenAI's, Ollama's and llama.cpp's <c>{"error": {…}}</c>, a bare string there, and vLLM's older <c>{"object": "error", "message": …}</c>.</summary>
    /// <exception cref="EndpointErrorException">It is one.</exception>
    public static void ThrowIfError(JsonElement root)
    {
        if (root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            throw error.ValueKind == JsonValueKind.String
                ? new EndpointErrorException(Short(error.GetString()!), null)
                : new EndpointErrorException(Short(String(error, "message") ?? "an error without a message"), String(error, "code") ?? String(error, "type"));
        }
        if (String(root, "object") == "error" || (root.TryGetProperty("message", out _) && !root.TryGetProperty("choices", out _) && !root.TryGetProperty("data", out _)))
        {
            throw new EndpointErrorException(Short(String(root, "message") ?? "an error without a message"), String(root, "code") ?? String(root, "type"));
        }
    }

    /// <summary>One line that a message can hold.</summary>
    public static string Short(string text)
    {
        var line = text.Length <= Shown ? text : string.Concat(text.AsSpan(0, Shown), "…");
        return string.Concat(line.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
    }

    public static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement? Object(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static long Count(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count > 0 ? count : 0;
}
