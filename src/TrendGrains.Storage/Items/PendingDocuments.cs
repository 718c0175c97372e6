using Npgsql;
using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Pages;

namespace TrendGrains.Storage.Items;

/// <summary>Reads stored pages back as the documents they came from.</summary>
internal static class PendingDocuments
{
    public const string Select =
        """
        SELECT i.id, i.source, p.url, p.fetched_at, p.media_type, p.charset, p.etag, p.last_modified, p.depth, p.body
        FROM items i JOIN pages p ON p.item_id = i.id
        """;

    public static async Task<List<PendingDocument>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var documents = new List<PendingDocument>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            documents.Add(new PendingDocument(reader.GetGuid(0), reader.GetString(1), new CrawledDocument
            {
                Url = reader.GetString(2),
                FetchedAt = reader.GetFieldValue<DateTimeOffset>(3),
                MediaType = reader.GetString(4),
                Charset = reader.IsDBNull(5) ? null : reader.GetString(5),
                ETag = reader.IsDBNull(6) ? null : reader.GetString(6),
                LastModified = reader.IsDBNull(7) ? null : reader.GetString(7),
                Depth = reader.IsDBNull(8) ? null : reader.GetInt32(8),
                Body = PageBody.Decompress(reader.GetFieldValue<byte[]>(9)),
            }));
        }

        return documents;
    }
}
