using System.Diagnostics;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Boards alone, on one thread: a million short posts made from the pretend press' titles, both languages, forty-odd days of stream. Posts a
/// minute counts nothing but the assigning, by the processor time of the whole process, the collector's included, so that neighbours on the
/// machine do not show; memory is what the collector finds alive, less what was there before the first post.
/// </summary>
internal sealed class Trends : IBenchmark
{
    private const int Posts = 1_000_000;

    private static readonly int[] marks = [100_000, 500_000, Posts];

    public string Name => "trends";

    public Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        using var embedder = TextEmbedder.Open(ModelCatalog.Load(ModelsFolder.Find()).Single(m => m.Name == "text-embedding"));
        var stream = new PostStream(embedder);
        var boards = PressCorpus.Languages.ToDictionary(l => l, l => new Board(l, new BoardOptions()));
        var rows = new List<BenchmarkRow>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (done, began, all, sinceMark) = (0, 0, default(Spent), default(Spent));
        foreach (var chunk in stream.Posts(Posts).Chunk(10_000))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (processor, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            foreach (var post in chunk)
            {
                boards[post.Language].Assign(post);
            }

            sinceMark += new Spent(Environment.CpuUsage.TotalTime - processor, Stopwatch.GetElapsedTime(started));
            done += chunk.Length;
            if (!marks.Contains(done))
            {
                continue;
            }

            all += sinceMark;
            var alive = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000.0;
            rows.Add(Rate($"posts {began:N0} to {done:N0}", done - began, sinceMark));
            rows.Add(new(Name, $"memory after {done:N0} posts", alive, "MB", $"{boards.Values.Sum(b => b.Open.Count()):N0} open trends; stream time {boards["en"].Now:yyyy-MM-dd HH:mm}"));
            Console.Error.WriteLine($"bench: {done:N0} posts, {rows[^2].Value:N0} a minute, {alive:N0} MB");
            (began, sinceMark) = (done, default);
        }

        rows.Add(Rate($"all {done:N0} posts", done, all));
        GC.KeepAlive(boards);
        return Task.FromResult<IReadOnlyList<BenchmarkRow>>(rows);
    }

    private BenchmarkRow Rate(string name, int posts, Spent spent) => new(
        Name, name, posts / spent.Processor.TotalMinutes, "posts/min/core", $"by processor time; {posts / spent.Wall.TotalMinutes:N0} a minute by the clock on the wall");

    private readonly record struct Spent(TimeSpan Processor, TimeSpan Wall)
    {
        public static Spent operator +(Spent a, Spent b) => new(a.Processor + b.Processor, a.Wall + b.Wall);
    }
}
