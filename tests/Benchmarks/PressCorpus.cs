using TrendGrains.Inference.Embedding;
using TrendGrains.Press.World;
using TrendGrains.Text;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>Two days of the pretend press as its boards would see them, by language.</summary>
internal static class PressCorpus
{
    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan length = TimeSpan.FromDays(2);

    public static readonly string[] Languages = ["ko", "en"];

    public static PressWorld World(int seed) => WorldBuilder.Build(seed, start, length, WorldSize.Usual);

    /// <param name="news">Without adverts and what is always there, which a page's kind tells before a board sees it; else with all that is published.</param>
    public static GroupingCorpus Read(int seed, string language, bool news, TextEmbedder? embedder)
    {
        var world = World(seed);
        var outlets = world.Outlets.Where(o => o.Language == language).Select(o => o.Slug).ToHashSet();
        var told = world.Publications
            .Where(p => outlets.Contains(p.Outlet) && !(news && p.Kind is PublicationKind.Advert or PublicationKind.Evergreen)).ToArray();
        return new GroupingCorpus(
            $"seed {seed}",
            Embedded.Of([.. told.Select((p, i) => Item(p, i + 1, language))], embedder),
            Array.ConvertAll(told, p => p.Story ?? $"alone {p.Id}"),
            Array.ConvertAll(told, p => $"{p.Kind.ToString().ToLowerInvariant()} of {(p.Story is null ? "no" : "a")} story"));
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
