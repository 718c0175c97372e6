using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Input;

/// <summary>Gold files of labelled texts: JSON Lines (.gz too) under whatever field names a set has.</summary>
internal static class LabelledTextFile
{
    private static readonly string[] ids = ["id", "guid", "index_id"];

    /// <exception cref="InvalidDataException">A line that is not JSON, or lacks one of the fields; the message names file and line.</exception>
    public static async Task<List<LabelledText>> ReadAsync(string file, string textField, string labelField, CancellationToken cancellationToken)
    {
        var rows = new List<LabelledText>();
        await using var input = InputFile.Open(file);
        await foreach (var line in BoundedLines.ReadAsync(input, cancellationToken))
        {
            var problem = JsonLine.Read(line, root =>
            {
                if (JsonLine.Text(root, textField) is not { } text)
                {
                    return $"no \"{textField}\" string";
                }

                if (JsonLine.Text(root, labelField) is not { } label)
                {
                    return $"no \"{labelField}\" string or number";
                }

                // As classify feeds an item: its title on a line of its own.
                var title = textField == "text" ? JsonLine.Text(root, "title") : null;
                rows.Add(new LabelledText(JsonLine.Text(root, ids) ?? $"{line.Number}", title is null ? text : $"{title}\n{text}", label));
                return null;
            });
            if (problem is not null)
            {
                throw new InvalidDataException($"{file}:{line.Number}: {problem}");
            }
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException($"{file} holds no row.");
    }
}
