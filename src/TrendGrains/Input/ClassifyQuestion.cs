using System.Text.Json;
using TrendGrains.Text;

namespace TrendGrains.Input;

/// <summary>One line of <c>classify --batch</c>: <c>{id, title?, text?, language?, html?, url?}</c>, of title, text and html at least one; the id is echoed as it came.</summary>
internal sealed record ClassifyQuestion(JsonElement? Id, string? Title, string? Text, string? Language)
{
    /// <summary>The whole page, for the tasks that look at one.</summary>
    public string? Html { get; init; }

    /// <summary>Where it stands.</summary>
    public string? Url { get; init; }

    /// <summary>Title and text, a line each, in NFC.</summary>
    public string Whole => TextNormalizer.Compose(Title is null ? Text ?? "" : Text is null ? Title : $"{Title}\n{Text}");

    public static bool TryParse(InputLine line, out ClassifyQuestion question, out string? problem)
    {
        ClassifyQuestion? read = null;
        problem = JsonLine.Read(line, root =>
        {
            foreach (var name in (ReadOnlySpan<string>)["title", "text", "language", "html", "url"])
            {
                if (root.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                {
                    return $"\"{name}\" is no string";
                }
            }

            var (title, text, html) = (Word(root, "title"), Word(root, "text"), Word(root, "html"));
            if (title is null && text is null && html is null)
            {
                return "no \"title\", \"text\" or \"html\" string";
            }

            read = new ClassifyQuestion(JsonLine.Echo(root, "id"), title, text, Word(root, "language")) { Html = html, Url = Word(root, "url") };
            return null;
        });
        question = read!;
        return problem is null;
    }

    private static string? Word(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
