using System.Text.Json;

namespace TrendGrains.Input;

/// <summary>One line of <c>keywords --batch</c>: <c>{id, title?, text}</c>; the id is echoed as it came.</summary>
internal sealed record KeywordsQuestion(JsonElement? Id, string? Title, string Text, string? Language)
{
    public static bool TryParse(InputLine line, out KeywordsQuestion question, out string? problem)
    {
        KeywordsQuestion? read = null;
        problem = JsonLine.Read(line, root =>
        {
            if (Word(root, "text") is not { } text)
            {
                return "no \"text\" string";
            }

            if (root.TryGetProperty("title", out var title) && title.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                return "\"title\" is no string";
            }

            read = new KeywordsQuestion(JsonLine.Echo(root, "id"), Word(root, "title"), text, Word(root, "language"));
            return null;
        });
        question = read!;
        return problem is null;
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
