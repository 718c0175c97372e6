using Npgsql;

namespace TrendGrains.Storage.Items;

/// <summary>
/// Temporary tables that a batch is copied into before it is merged. A pooled connection keeps them
/// (its connection string says "No Reset On Close"), and a commit or rollback empties them.
/// </summary>
internal static class Staging
{
    private const string Create =
        """
        CREATE TEMP TABLE IF NOT EXISTS stage_documents (
            ord integer, item_id uuid, url text, fetched_at timestamptz, content_hash uuid, media_type text,
            charset text, etag text, last_modified text, depth integer, body bytea) ON COMMIT DELETE ROWS;
        CREATE TEMP TABLE IF NOT EXISTS stage_urls (ord integer, url_hash uuid, url text, item_id uuid) ON COMMIT DELETE ROWS;
        CREATE TEMP TABLE IF NOT EXISTS stage_settled (seq bigint, reason text, retry_at timestamptz) ON COMMIT DELETE ROWS;
        CREATE TEMP TABLE IF NOT EXISTS stage_items (
            ord integer, item_id uuid, state text, title text, text text, byline text, language text, site_name text,
            published_at timestamptz, event_time timestamptz, event_time_clamped boolean, page_kind text, is_article boolean,
            article_score real, text_hash uuid, keywords text[], missing text[], model text, version text, embedding real[]) ON COMMIT DELETE ROWS;
        CREATE TEMP TABLE IF NOT EXISTS stage_links (
            ord integer, url text, url_hash uuid, depth integer, referrer text, refused text) ON COMMIT DELETE ROWS;
        """;

    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SET LOCAL client_min_messages = warning; " + Create, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
