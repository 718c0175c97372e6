using System.Text.Json;

namespace TrendGrains.Input;

/// <summary>One line of a gold file of severity: <c>{id?, title?, text, label: mild|grave, language?}</c>.</summary>
internal sealed record SeverityGold(string Id, string Text, bool IsGrave, string Language, string? Source, string? License)
{
    public static bool TryParse(InputLine line, out SeverityGold gold, out string? problem)
    {
        SeverityGold? read = null;
        problem = JsonLine.Read(line, root =>
        {
            var (title, text) = (Word(root, "title"), Word(root, "text"));
            if (title is null && text is null)
            {
                return "no \"text\" string";
            }

            if (Word(root, "label") is not ("mild" or "grave"))
            {
                return "\"label\" is neither mild nor grave";
            }

            read = new SeverityGold(
                JsonLine.Text(root, "id") ?? $"line-{line.Number}", title is null || text is null ? text ?? title! : $"{title}\n{text}", Word(root, "label") == "grave",
                Word(root, "language") ?? "und", Word(root, "source"), Word(root, "license"));
            return null;
        });
        gold = read!;
        return problem is null;
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
