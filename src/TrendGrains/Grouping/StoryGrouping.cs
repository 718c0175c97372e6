using TrendGrains.Grains.Ingest;
using TrendGrains.Inference;
using TrendGrains.Input;
using TrendGrains.Text;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Grouping;

/// <summary>
/// Groups a stream of lines as the platform would: one board a language, strictly in the order of the lines, embeddings from the model
/// where there is one. The same lines give the same trends.
/// </summary>
/// <param name="models">Null groups by words alone.</param>
internal sealed class StoryGrouping(ModelWorkers? models, TimeProvider clock)
{
    /// <summary>Lines that are embedded at once.</summary>
    public const int BatchSize = 256;

    private readonly Dictionary<string, Board> boards = [];
    private readonly Dictionary<Guid, Guid> trends = [];
    private readonly SourceLanguages languages = new();
    private readonly RunningTime running = new(clock);
    private long seq;

    /// <summary>What became of each line, in order.</summary>
    public async Task<GroupedStory[]> AddAsync(IReadOnlyList<StoryLine> lines, CancellationToken cancellationToken)
    {
        var vectors = models is null
            ? null
            : (await models.EmbedAsync(EmbeddingSpace.Model, [.. lines.Select(l => $"{l.Title}\n{l.Text}")], cancellationToken)).All();
        running.StartFrom(lines.Select(l => l.Time));
        var grouped = new GroupedStory[lines.Count];
        for (var i = 0; i < grouped.Length; i++)
        {
            grouped[i] = Add(lines[i], vectors?[i]);
        }

        return grouped;
    }

    private GroupedStory Add(StoryLine line, float[]? vector)
    {
        seq++;
        var time = running.Next(line.Time) ?? DateTimeOffset.UnixEpoch;
        var key = TextHash.Hash128(line.Id is { } id ? $"item\n{id}" : $"line\n{seq}");
        if (trends.TryGetValue(key, out var known))
        {
            return new GroupedStory(line, key, new Assignment(known, false, 1, new SimilarityParts(1, 1, vector is null ? 0 : 1, 1), key));
        }

        var source = line.Source ?? HostOf(line.Url) ?? "";
        var language = BoardLanguage.Of(line.Language ?? languages.Hear(source, $"{line.Title}\n{line.Text}"));
        if (!boards.TryGetValue(language, out var board))
        {
            boards[language] = board = new Board(language, new BoardOptions());
        }

        var assignment = board.Assign(new StoryItem
        {
            Id = key,
            Seq = seq,
            Time = time,
            Source = source,
            Title = line.Title,
            Text = line.Text,
            Url = line.Url,
            Language = language,
            Vector = vector,
        });
        trends[key] = assignment.Trend;
        return new GroupedStory(line, key, assignment);
    }

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;
}

/// <param name="Key">What the boards know the line as.</param>
internal sealed record GroupedStory(StoryLine Line, Guid Key, Assignment Assignment);
