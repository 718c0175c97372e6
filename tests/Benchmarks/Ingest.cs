using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Reading.Evaluation;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Benchmarks;

/// <summary>Ingest end to end: documents in, both durable points passed, vectors stored. Two callers, batches as a crawl and an import make them.</summary>
internal sealed class Ingest : IBenchmark
{
    private const int Entries = 8_192;
    private const int Callers = 2;

    public string Name => "ingest";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.CreateAsync(cancellationToken);
        using var host = await BenchSilo.StartAsync(database, TimeSpan.FromSeconds(1), cancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await RunAsync(grains, [.. MakeEntries("warm-up", 1_024)], 256, cancellationToken);

        var rows = new List<BenchmarkRow> { Row("feed entries, batches of 256", await RunAsync(grains, [.. MakeEntries("run", Entries)], 256, cancellationToken)) };
        var archive = Path.Combine(Checkout.SharedData ?? "", "wcxb", "wcxb-dev.tar.xz");
        rows.Add(File.Exists(archive)
            ? Row("full pages of WCXB, batches of 32", await RunAsync(grains, [.. (await WcxbCorpus.ReadAsync(archive, cancellationToken)).Select(p => MakePage(p.Body, p.Id))], 32, cancellationToken))
            : new BenchmarkRow(Name, "full pages", 0, "items/s", "skipped: no ../shared/data/wcxb"));
        await host.StopAsync(cancellationToken);
        return rows;
    }

    private BenchmarkRow Row(string name, (double Rate, long Growth, string Stages) measured) => new(
        Name, name, measured.Rate, "items/s", $"managed memory kept afterwards: {measured.Growth / 1_000_000.0:0.0} MB; ms a batch: {measured.Stages}");

    private static async Task<(double Rate, long Growth, string Stages)> RunAsync(
        IGrainFactory grains, CrawledDocument[] documents, int size, CancellationToken cancellationToken)
    {
        var source = new SourceDefinition { Slug = "bench", Kind = SourceKind.File, Url = "" };
        var batches = documents.Chunk(size).ToArray();
        using var stages = new StageTimes();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < batches.Length; i = Interlocked.Increment(ref next))
            {
                await grains.GetGrain<IIngestGrain>(0).IngestAsync(new IngestBatch { Source = source, Documents = batches[i] }, cancellationToken);
            }
        }));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (documents.Length / seconds, GC.GetTotalMemory(forceFullCollection: true) - before, stages.Summary);
    }

    private static IEnumerable<CrawledDocument> MakeEntries(string label, int count)
    {
        var words = new Random(7);
        for (var i = 0; i < count; i++)
        {
            var entry = new FeedEntry
            {
                Url = $"https://bench.example/{label}/{i}",
                Title = $"항구 소식 {i}: {Sentence(words, 8)}",
                Summary = $"<p>{Sentence(words, 60)}</p>",
                Published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(i),
            };
            yield return Document(entry.Url, CrawledDocument.EntryMediaType, JsonSerializer.SerializeToUtf8Bytes(entry, JsonSerializerOptions.Web));
        }
    }

    private static CrawledDocument MakePage(byte[] html, string id) => Document($"https://bench.example/page/{id}", "text/html", html);

    private static CrawledDocument Document(string url, string mediaType, byte[] body) => new()
    {
        Url = url,
        FetchedAt = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
        MediaType = mediaType,
        Body = body,
    };

    private static string Sentence(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            for (var letter = random.Next(3, 9); letter > 0; letter--)
            {
                text.Append((char)('a' + random.Next(26)));
            }

            text.Append(' ');
        }

        return text.ToString();
    }
}
