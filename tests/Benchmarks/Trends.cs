using System.Diagnostics;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Benchmarks;

/// <summary>
/// Boards alone, on one thread: a million short posts made from the pretend press' titles, both languages, forty-odd days of stream. Posts a
/// minute counts nothing but the assigning; memory is what the collector finds alive, less what was there before the first post.
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
        var (done, began, spent, sinceMark) = (0, 0, TimeSpan.Zero, TimeSpan.Zero);
        foreach (var chunk in stream.Posts(Posts).Chunk(10_000))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            foreach (var post in chunk)
            {
                boards[post.Language].Assign(post);
            }

            sinceMark += Stopwatch.GetElapsedTime(started);
            done += chunk.Length;
            if (!marks.Contains(done))
            {
                continue;
            }

            spent += sinceMark;
            var alive = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000.0;
            rows.Add(new(Name, $"posts {began:N0} to {done:N0}", (done - began) / sinceMark.TotalMinutes, "posts/min", "one thread, assigning alone"));
            rows.Add(new(Name, $"memory after {done:N0} posts", alive, "MB", $"{boards.Values.Sum(b => b.Open.Count()):N0} open trends; stream time {boards["en"].Now:yyyy-MM-dd HH:mm}"));
            (began, sinceMark) = (done, TimeSpan.Zero);
        }

        rows.Add(new(Name, $"posts, all {done:N0}", done / spent.TotalMinutes, "posts/min", "one thread, assigning alone"));
        GC.KeepAlive(boards);
        return Task.FromResult<IReadOnlyList<BenchmarkRow>>(rows);
    }
}
