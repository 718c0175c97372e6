using System.Text.Json;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Text;

namespace TrendGrains.Input;

/// <summary>One line of <c>evaluate language --gold</c>: <c>{text, language}</c>.</summary>
internal static class LabelledSentenceLine
{
    public static bool TryParse(InputLine line, out LabelledSentence sentence, out string? problem)
    {
        LabelledSentence? read = null;
        problem = JsonLine.Read(line, root =>
        {
            if (Word(root, "text") is not { } text)
            {
                return "no \"text\" string";
            }

            if (Word(root, "language") is not { } language)
            {
                return "no \"language\" string";
            }

            read = new LabelledSentence(TextNormalizer.Compose(text), language);
            return null;
        });
        sentence = read!;
        return problem is null;
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
