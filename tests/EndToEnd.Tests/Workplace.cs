using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>A database and a run folder of one test's own.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private Workplace(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("trendgrains-e2e-").FullName;

    public Executable Executable => new(Database.ConnectionString, Folder);

    public static async Task<Workplace> CreateAsync() => new(await TestDatabase.CreateAsync());

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>What the crawl is judged by: address, hash of the raw page, title, hash of the text.</summary>
    public Task<string[]> ItemsAsync() => LinesAsync(
        """
        SELECT concat_ws(' | ', i.url, p.content_hash, i.title, i.text_hash)
        FROM items i LEFT JOIN pages p ON p.item_id = i.id
        ORDER BY i.url COLLATE "C"
        """);

    /// <summary>The first column of a query.</summary>
    public async Task<string[]> LinesAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return [.. lines];
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
