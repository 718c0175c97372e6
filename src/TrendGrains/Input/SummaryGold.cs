using System.Text.Json;

namespace TrendGrains.Input;

/// <summary>One line of a gold file of summaries: <c>{id?, title?, text, summary, group?}</c>.</summary>
/// <param name="Group">What is drawn together for intervals: a site; the text by itself when absent.</param>
internal sealed record SummaryGold(string Id, string? Title, string Text, string Summary, string Group)
{
    public static bool TryParse(InputLine line, out SummaryGold gold, out string? problem)
    {
        SummaryGold? read = null;
        problem = JsonLine.Read(line, root =>
        {
            if (Word(root, "text") is not { } text || Word(root, "summary") is not { Length: > 0 } summary)
            {
                return "no \"text\" and \"summary\" strings";
            }

            var id = JsonLine.Text(root, "id") ?? $"line-{line.Number}";
            read = new SummaryGold(id, Word(root, "title"), text, summary, JsonLine.Text(root, "group") ?? id);
            return null;
        });
        gold = read!;
        return problem is null;
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
