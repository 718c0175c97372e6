using System.Text.Json;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.Grains.Trends;
using TrendGrains.Storage.Trends;
using TrendGrains.TestKit.Postgres;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Grains.Tests.Trends;

/// <summary>A silo on a database of its own that can be stopped and started again; items go in as feed entries.</summary>
internal sealed class BoardSilo : IAsyncDisposable
{
    private const int BatchSize = 256;

    private readonly TestDatabase database;

    private BoardSilo(TestDatabase database, GrainSilo silo) => (this.database, Silo) = (database, silo);

    public static DateTimeOffset Fetched { get; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public GrainSilo Silo { get; private set; }

    public TestDatabase Database => database;

    public static async Task<BoardSilo> StartAsync()
    {
        var database = await TestDatabase.CreateAsync();
        return new BoardSilo(database, await GrainSilo.StartAsync(database));
    }

    public async Task RestartAsync()
    {
        await Silo.DisposeAsync();
        Silo = await GrainSilo.StartAsync(database);
    }

    public static CrawledDocument Entry(string url, string? title, DateTimeOffset? published, string? text = null, string? language = "en", string? source = null) => new()
    {
        Url = url,
        FetchedAt = Fetched,
        MediaType = CrawledDocument.EntryMediaType,
        Charset = "utf-8",
        Body = JsonSerializer.SerializeToUtf8Bytes(
            new FeedEntry { Url = url, Title = title, Published = published, Content = text, Language = language }, JsonSerializerOptions.Web),
        Source = source,
    };

    public async Task IngestAsync(params CrawledDocument[] documents)
    {
        foreach (var batch in documents.Chunk(BatchSize))
        {
            await Silo.Grains.GetGrain<IIngestGrain>(0).IngestAsync(new IngestBatch { Source = Hosting.Sources.File(), Documents = batch }, CancellationToken.None);
        }
    }

    public async Task CatchUpAsync(string board)
    {
        while ((await Silo.Grains.GetGrain<ITrendBoardGrain>(board).CatchUpAsync(CancellationToken.None)).Behind)
        {
        }
    }

    /// <summary>Every item that arrived belongs to the trend that a board gives it which takes the same items in the same order without a stop.</summary>
    public async Task AssertAsUndisturbedAsync(string board, int items)
    {
        var arrivals = await Silo.Get<ArrivalStore>().ReadAsync(board, 0, int.MaxValue, CancellationToken.None);
        var undisturbed = new Board(board, new BoardOptions());
        var expected = arrivals.Select(a => (a.ItemId, undisturbed.Assign(BoardTurns.Story(a)).Trend)).ToArray();
        var actual = new List<(Guid, Guid)>();
        await foreach (var (arrival, trend) in Silo.Get<ArrivalStore>().ReadAssignedAsync(board, 0, long.MaxValue, CancellationToken.None))
        {
            actual.Add((arrival.ItemId, trend));
        }

        Assert.Equal(items, arrivals.Count);
        Assert.Equal(expected, actual);
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] arguments)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = argument });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Silo.DisposeAsync();
        await database.DisposeAsync();
    }
}
