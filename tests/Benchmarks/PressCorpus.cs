using TrendGrains.Inference.Embedding;
using TrendGrains.Press.World;
using TrendGrains.Text;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>Two days of the pretend press as its boards would see them: everything that is published, adverts and chat included, by language.</summary>
internal static class PressCorpus
{
    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan length = TimeSpan.FromDays(2);

    public static readonly string[] Languages = ["ko", "en"];

    public static PressWorld World(int seed) => WorldBuilder.Build(seed, start, length, WorldSize.Usual);

    public static GroupingCorpus Read(int seed, string language, TextEmbedder? embedder)
    {
        var world = World(seed);
        var outlets = world.Outlets.Where(o => o.Language == language).Select(o => o.Slug).ToHashSet();
        var told = world.Publications.Where(p => outlets.Contains(p.Outlet)).ToArray();
        return new GroupingCorpus(
            $"seed {seed}", Embedded.Of([.. told.Select((p, i) => Item(p, i + 1, language))], embedder), Array.ConvertAll(told, p => p.Story ?? $"alone {p.Id}"));
    }

    public static StoryItem Item(Publication publication, long seq, string language) => new()
    {
        Id = TextHash.Hash128($"press\n{publication.Id}"),
        Seq = seq,
        Time = publication.Published,
        Source = publication.Outlet,
        Title = publication.Title,
        Text = string.Join("\n\n", publication.Paragraphs),
        Url = $"https://{publication.Outlet}.example/{publication.Id}",
        Language = language,
    };
}
