using Npgsql;
using NpgsqlTypes;
using Pgvector;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Search;

namespace TrendGrains.Storage.Trends;

/// <summary>Items in the order of their arrival, as they were then: the boards' inbox.</summary>
public sealed class ArrivalStore(NpgsqlDataSource database)
{
    /// <summary>What a board reads of a text; a story is told in its beginning.</summary>
    public const int LongestText = 4000;

    /// <summary>Every board that anything has arrived for as <c>b (board)</c>, ending with a null: a loose index scan, a step a board and not a row an item.</summary>
    internal const string AllBoards =
        """
        WITH RECURSIVE b AS (
            (SELECT board FROM arrivals ORDER BY board LIMIT 1)
            UNION ALL
            SELECT (SELECT a.board FROM arrivals a WHERE a.board > b.board ORDER BY a.board LIMIT 1) FROM b WHERE b.board IS NOT NULL)
        """;

    private const string Columns = "seq, board, item_id, source, url, language, event_time, title, text, embedding";

    /// <summary>Items of a board behind <paramref name="after"/>, in order; empty when nothing more has arrived.</summary>
    public async Task<IReadOnlyList<Arrival>> ReadAsync(string board, long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT seq, item_id, source, url, language, event_time, title, text, embedding FROM arrivals WHERE board = $1 AND seq > $2 ORDER BY seq LIMIT $3");
        command.Parameters.AddWithValue(board);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var arrivals = new List<Arrival>();
        while (await reader.ReadAsync(cancellationToken))
        {
            arrivals.Add(Read(reader));
        }

        return arrivals;
    }

    /// <summary>Items of a board behind <paramref name="after"/> and up to <paramref name="until"/> with the trend that each was given.</summary>
    public async IAsyncEnumerable<(Arrival Arrival, Guid Trend)> ReadAssignedAsync(
        string board, long after, long until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT a.seq, a.item_id, a.source, a.url, a.language, a.event_time, a.title, a.text, a.embedding, t.trend_id
            FROM arrivals a JOIN trend_items t ON t.seq = a.seq AND t.seq > $2 AND t.seq <= $3
            WHERE a.board = $1 AND a.seq > $2 AND a.seq <= $3 ORDER BY a.seq
            """);
        command.Parameters.AddWithValue(board);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(until);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return (Read(reader), reader.GetGuid(9));
        }
    }

    /// <summary>Boards that anything has ever arrived for.</summary>
    public async Task<IReadOnlyList<string>> BoardsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{AllBoards} SELECT board FROM b WHERE board IS NOT NULL");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var boards = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            boards.Add(reader.GetString(0));
        }

        return boards;
    }

    /// <summary>Part of the second durable point: the items that have a board, with the numbers they were given.</summary>
    internal static async Task CopyAsync(
        NpgsqlConnection connection, IReadOnlyList<(UnderstoodItem Item, string Source, string Url, long Seq)> arrived, CancellationToken cancellationToken)
    {
        if (arrived.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync($"COPY arrivals ({Columns}) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var (item, source, url, seq) in arrived)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(seq, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(item.Board!, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(item.ItemId, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(source, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(url, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteTextAsync(item.Language, cancellationToken);
            await copy.WriteAsync(item.EventTime.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteTextAsync(item.Title, cancellationToken);
            await copy.WriteTextAsync(Head(item.Text), cancellationToken);
            if (HalfVectors.From(item.Embedding) is { } vector)
            {
                await copy.WriteAsync(vector, cancellationToken);
            }
            else
            {
                await copy.WriteNullAsync(cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static string Head(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    private static Arrival Read(NpgsqlDataReader reader) => new()
    {
        Seq = reader.GetInt64(0),
        ItemId = reader.GetGuid(1),
        Source = reader.GetString(2),
        Url = reader.GetString(3),
        Language = reader.GetString(4),
        EventTime = reader.GetFieldValue<DateTimeOffset>(5),
        Title = reader.IsDBNull(6) ? null : reader.GetString(6),
        Text = reader.GetString(7),
        Embedding = reader.IsDBNull(8) ? null : Array.ConvertAll(reader.GetFieldValue<HalfVector>(8).Memory.ToArray(), h => (float)h),
    };
}
