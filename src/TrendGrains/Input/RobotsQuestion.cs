using System.Text.Json;

namespace TrendGrains.Input;

/// <summary>One line of <c>robots --batch</c>: <c>{robots, agent, url}</c>; the id is echoed as it came.</summary>
/// <param name="Robots">The text of a robots.txt.</param>
/// <param name="Agent">Null where the line names none: this crawler's own.</param>
internal sealed record RobotsQuestion(JsonElement? Id, string Robots, string? Agent, string Url)
{
    public static bool TryParse(InputLine line, out RobotsQuestion question, out string? problem)
    {
        RobotsQuestion? read = null;
        problem = JsonLine.Read(line, root =>
        {
            if (Word(root, "robots") is not { } robots)
            {
                return "no \"robots\" string";
            }

            if (Word(root, "url") is not { } url)
            {
                return "no \"url\" string";
            }

            read = new RobotsQuestion(JsonLine.Echo(root, "id"), robots, Word(root, "agent"), url);
            return null;
        });
        question = read!;
        return problem is null;
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
