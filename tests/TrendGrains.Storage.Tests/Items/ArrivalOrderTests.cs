using TrendGrains.Storage.Items;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Items;

public sealed class ArrivalOrderTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const int Writers = 8;
    private const int BatchesEach = 6;
    private const int BatchSize = 10;

    private IngestStore Store => database.Get<IngestStore>();

    [DatabaseFact]
    public async Task Items_of_one_batch_arrive_in_the_order_given()
    {
        var source = UniqueSource();
        var urls = Enumerable.Range(0, 50).Select(i => $"https://{source}.example/{i}").ToArray();
        await Store.AcceptAsync(Batch(source, [.. urls.Select(u => Document(u))]), default);
        var given = urls.Reverse().ToArray();

        await Store.UnderstandAsync(source, [.. given.Select(u => Understood(u))], [], [], default);

        Assert.Equal(given, (await ReadAfterAsync(source, 0, default)).Select(i => i.Url));
    }

    [DatabaseFact]
    public async Task A_reader_that_goes_on_from_the_last_number_misses_nothing_of_eight_writers()
    {
        var source = UniqueSource();
        var batches = Enumerable.Range(0, Writers * BatchesEach)
            .Select(b => Enumerable.Range(0, BatchSize).Select(i => $"https://{source}.example/{b}/{i}").ToArray()).ToArray();
        foreach (var batch in batches)
        {
            await Store.AcceptAsync(Batch(source, [.. batch.Select(u => Document(u))]), default);
        }

        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var read = new List<(long Seq, string Url)>();
            for (var last = false; ; last = done.IsCancellationRequested)
            {
                read.AddRange(await ReadAfterAsync(source, read.Count == 0 ? 0 : read[^1].Seq, default));
                if (last)
                {
                    return read;
                }
            }
        });
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var b = Interlocked.Increment(ref next); b < batches.Length; b = Interlocked.Increment(ref next))
            {
                await Store.UnderstandAsync(source, [.. batches[b].Select(u => Understood(u))], [], [], default);
            }
        })));
        await done.CancelAsync();
        var seen = await reader;

        Assert.Equal(batches.SelectMany(b => b).Order(), seen.Select(s => s.Url).Order());
        Assert.Equal(seen.Select(s => s.Seq).Order(), seen.Select(s => s.Seq));
    }

    private async Task<List<(long Seq, string Url)>> ReadAfterAsync(string source, long after, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand(
            "SELECT arrival_seq, url FROM items WHERE source = $1 AND arrival_seq > $2 ORDER BY arrival_seq");
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(after);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<(long, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            items.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return items;
    }
}
