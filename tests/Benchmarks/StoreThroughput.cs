using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage;
using TrendGrains.Storage.Items;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Benchmarks;

/// <summary>
/// The two durable points of the bulk path without reading or models: pages of about 20 KB, texts of 2 KB, vectors of 128, ten links a page.
/// </summary>
internal sealed class StoreThroughput : IBenchmark
{
    private const int Documents = 4_096;
    private const int Dimension = 128;
    private const int LinksPerPage = 10;

    public string Name => "store";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        var rows = new List<BenchmarkRow>();
        foreach (var (size, writers) in new[] { (32, 1), (256, 1), (32, 2), (256, 2) })
        {
            await using var database = await TestDatabase.CreateAsync(cancellationToken);
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
                .AddStorage(database.ConnectionString).BuildServiceProvider();
            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
            var store = services.GetRequiredService<IngestStore>();

            await RunAsync(store, "warm-up", size, 1, 512, cancellationToken);
            var (accepted, understood, whole) = await RunAsync(store, "run", size, writers, Documents, cancellationToken);
            var name = $"batches of {size}, {writers} writer{(writers == 1 ? "" : "s")}";
            rows.Add(new BenchmarkRow(Name, $"{name}: accepted", accepted, "items/s", "time within this point alone"));
            rows.Add(new BenchmarkRow(Name, $"{name}: understood", understood, "items/s", "time within this point alone"));
            rows.Add(new BenchmarkRow(Name, $"{name}: both", whole, "items/s", "wall time"));
        }

        return rows;
    }

    private static async Task<(double Accepted, double Understood, double Whole)> RunAsync(
        IngestStore store, string label, int size, int writers, int documents, CancellationToken cancellationToken)
    {
        var batches = Enumerable.Range(0, documents / size).Select(i => Make(label, i, size)).ToArray();
        var (accept, understand) = (0L, 0L);
        var next = -1;
        var whole = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < batches.Length; i = Interlocked.Increment(ref next))
            {
                var (batch, items, links) = batches[i];
                var started = Stopwatch.GetTimestamp();
                await store.AcceptAsync(batch, cancellationToken);
                var between = Stopwatch.GetTimestamp();
                await store.UnderstandAsync(batch.Source.Slug, items, links, [], cancellationToken);
                Interlocked.Add(ref accept, between - started);
                Interlocked.Add(ref understand, Stopwatch.GetTimestamp() - between);
            }
        }, cancellationToken)));
        return (Rate(accept / writers), Rate(understand / writers), Rate(Stopwatch.GetTimestamp() - whole));

        double Rate(long ticks) => documents / ((double)ticks / Stopwatch.Frequency);
    }

    private static (IngestBatch Batch, UnderstoodItem[] Items, DiscoveredLink[] Links) Make(string label, int number, int size)
    {
        var random = new Random(HashCode.Combine(number, size));
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var documents = Enumerable.Range(0, size).Select(i => new CrawledDocument
        {
            Url = $"https://{label}.example/{number}/{i}",
            FetchedAt = now,
            MediaType = "text/html",
            Body = Encoding.UTF8.GetBytes(Words(random, 20_000)),
            Depth = 1,
        }).ToArray();
        var items = documents.Select(d => new UnderstoodItem
        {
            ItemId = ItemKey.FromUrl(d.Url),
            State = ItemState.Understood,
            Title = Words(random, 60),
            Text = Words(random, 2_000),
            Language = "en",
            EventTime = now,
            Embedding = Unit(random),
            EmbeddingModel = "bench",
            EmbeddingVersion = "1",
        }).ToArray();
        var links = documents.SelectMany(d => Enumerable.Range(0, LinksPerPage)
            .Select(i => new DiscoveredLink(i < 5 ? d.Url : $"{d.Url}/{i}", 2, d.Url, null))).ToArray();
        var batch = new IngestBatch
        {
            Source = new SourceDefinition { Slug = label, Kind = SourceKind.Site, Url = $"https://{label}.example/" },
            Documents = documents,
            Log = [.. documents.Select(d => new CrawlLogEntry { Source = label, Url = d.Url, At = now, Reason = CrawlReason.Fetched, Status = 200 })],
        };
        return (batch, items, links);
    }

    private static string Words(Random random, int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            text.Append("trend").Append(random.Next(2_000)).Append(' ');
        }

        return text.ToString(0, length);
    }

    private static float[] Unit(Random random)
    {
        var vector = new float[Dimension];
        for (var i = 0; i < Dimension; i++)
        {
            vector[i] = random.NextSingle() - 0.5f;
        }

        var norm = MathF.Sqrt(vector.Sum(v => v * v));
        return Array.ConvertAll(vector, v => v / norm);
    }
}
