using System.Text.Json;

namespace TrendGrains.Input;

/// <summary>One line of <c>cluster</c>, <c>{id, time, title, text?, language?, url?, source?}</c>, or of a gold file, which adds <c>story</c>.</summary>
internal sealed record StoryLine
{
    /// <summary>The line of its file, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Echoed as it came.</summary>
    public JsonElement? Id { get; private init; }

    public DateTimeOffset? Time { get; private init; }
    public string? Title { get; private init; }
    public string Text { get; private init; } = "";
    public string? Language { get; private init; }
    public string? Url { get; private init; }
    public string? Source { get; private init; }

    /// <summary>The gold cluster, from <c>story</c> or <c>cluster</c>; null for an item that belongs to none.</summary>
    public string? Story { get; private init; }

    public static bool TryParse(InputLine line, out StoryLine story, out string? problem)
    {
        StoryLine? read = null;
        problem = JsonLine.Read(line, root =>
        {
            DateTimeOffset? time = null;
            if (JsonLine.Text(root, "time") is { } text)
            {
                if (!JsonLine.TryTime(text, out var parsed))
                {
                    return $"\"time\" '{text}' is not a date and time";
                }

                time = parsed;
            }

            read = new StoryLine
            {
                Number = line.Number,
                Id = JsonLine.Echo(root, "id"),
                Time = time,
                Title = JsonLine.Text(root, "title"),
                Text = JsonLine.Text(root, "text") ?? "",
                Language = JsonLine.Text(root, "language"),
                Url = JsonLine.Text(root, "url"),
                Source = JsonLine.Text(root, "source"),
                Story = JsonLine.Text(root, "story", "cluster"),
            };
            return null;
        });
        story = read!;
        return problem is null;
    }
}
