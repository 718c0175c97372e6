using TrendGrains.Inference.Embedding;
using TrendGrains.Press.World;
using TrendGrains.Text;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Short posts as a crowd writes them about what the press publishes: each title is told again over the next hours by other accounts, cut,
/// with words left out and remarks added. One development world follows the other, so that stories come and go. Seeded: every run sees the
/// same posts.
/// </summary>
internal sealed class PostStream
{
    private const int Worlds = 20;
    private const int Tellings = 46;
    private const int Accounts = 5_000;

    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan length = TimeSpan.FromDays(2);
    private static readonly TimeSpan crowdStays = TimeSpan.FromHours(8);
    private static readonly string[] remarks = ["", "", "", "", "wow", "seriously?", "헐", "ㅋㅋㅋ", "속보", "BREAKING", "thoughts?", "이거 실화냐"];

    private readonly Title[][] worlds;

    public PostStream(TextEmbedder embedder) =>
        worlds = [.. Enumerable.Range(0, Worlds).Select(i => Read(i, embedder))];

    public IEnumerable<StoryItem> Posts(int count)
    {
        var random = new Random(11);
        return worlds.SelectMany(w => Tell(w, random)).Take(count).Select((post, i) => post with { Seq = i + 1, Id = TextHash.Hash128($"post {i}") });
    }

    private static Title[] Read(int index, TextEmbedder embedder)
    {
        var world = WorldBuilder.Build(index + 1, start + (index * length), length, WorldSize.Usual);
        var languages = world.Outlets.ToDictionary(o => o.Slug, o => o.Language);
        return [.. world.Publications.Chunk(256).SelectMany(chunk => chunk.Zip(
            embedder.Embed(Array.ConvertAll(chunk, p => p.Title)), (p, vector) => new Title(p.Title, p.Published, languages[p.Outlet], vector)))];
    }

    private static StoryItem[] Tell(Title[] titles, Random random) =>
        [.. titles.SelectMany(t => Enumerable.Range(0, Tellings).Select(_ => Post(t, random))).OrderBy(p => p.Time)];

    private static StoryItem Post(Title title, Random random)
    {
        var words = title.Text.Split(' ').Where(_ => random.Next(8) > 0).ToArray();
        // Most speak soon; squaring makes the first hours the loudest.
        var delay = crowdStays * Math.Pow(random.NextDouble(), 2);
        return new StoryItem
        {
            Id = default,
            Seq = 0,
            Time = title.Published + delay,
            Source = $"account-{random.Next(Accounts)}",
            Title = $"{string.Join(' ', words)} {remarks[random.Next(remarks.Length)]}".Trim(),
            Language = title.Language,
            Vector = [.. title.Vector],
        };
    }

    private sealed record Title(string Text, DateTimeOffset Published, string Language, float[] Vector);
}
