using Npgsql;
using NpgsqlTypes;

namespace TrendGrains.Storage.Items;

/// <summary>
/// The statement that stores one understood item. A batch of them is prepared once and sent as one: measured side by side, 1.5 to 2 times
/// as fast as a COPY into a staging table and an UPDATE from it in batches of 32, alike in batches of 256, and no text is part of a huge array.
/// </summary>
internal static class ItemUpdate
{
    private const string Sql =
        """
        UPDATE items SET state = $2, title = $3, text = $4, byline = $5, language = $6, site_name = $7, published_at = $8, event_time = $9,
            event_time_clamped = $10, page_kind = $11, is_article = $12, article_score = $13, text_hash = $14, keywords = $15, missing = $16,
            arrival_seq = $17, is_advert = $18, advert_score = $19, decisions = $20,
            topic = $21, topic_score = $22, tone = $23, severity = $24, summary = $25, missing_why = $26
        WHERE id = $1
        """;

    public static NpgsqlBatchCommand Of(UnderstoodItem item, long? seq)
    {
        var command = new NpgsqlBatchCommand(Sql);
        Add(NpgsqlDbType.Uuid, item.ItemId);
        Add(NpgsqlDbType.Text, ItemStates.Code(item.State));
        Add(NpgsqlDbType.Text, StoredText.Clean(item.Title));
        Add(NpgsqlDbType.Text, StoredText.Clean(item.Text));
        Add(NpgsqlDbType.Text, StoredText.Clean(item.Byline));
        Add(NpgsqlDbType.Text, StoredText.Clean(item.Language));
        Add(NpgsqlDbType.Text, StoredText.Clean(item.SiteName));
        Add(NpgsqlDbType.TimestampTz, item.PublishedAt?.ToUniversalTime());
        Add(NpgsqlDbType.TimestampTz, item.EventTime.ToUniversalTime());
        Add(NpgsqlDbType.Boolean, item.EventTimeClamped);
        Add(NpgsqlDbType.Text, StoredText.Clean(item.PageKind));
        Add(NpgsqlDbType.Boolean, item.IsArticle);
        Add(NpgsqlDbType.Real, (float)item.ArticleScore);
        Add(NpgsqlDbType.Uuid, item.TextHash);
        Add(NpgsqlDbType.Array | NpgsqlDbType.Text, Array.ConvertAll(item.Keywords, StoredText.Clean));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Text, Array.ConvertAll(item.Missing, m => m.Part));
        Add(NpgsqlDbType.Bigint, seq);
        Add(NpgsqlDbType.Boolean, item.IsAdvert);
        Add(NpgsqlDbType.Real, (float?)item.AdvertScore);
        Add(NpgsqlDbType.Jsonb, item.Decisions.Length == 0 ? null : ItemDecision.ToJson(item.Decisions));
        Add(NpgsqlDbType.Text, StoredText.Clean(item.Topic));
        Add(NpgsqlDbType.Real, (float?)item.TopicScore);
        Add(NpgsqlDbType.Real, (float?)item.Tone);
        Add(NpgsqlDbType.Real, (float?)item.Severity);
        Add(NpgsqlDbType.Jsonb, item.Summary is null ? null : ItemSummary.ToJson(item.Summary));
        Add(NpgsqlDbType.Array | NpgsqlDbType.Text, Array.ConvertAll(item.Missing, m => m.StoredReason));
        return command;

        // Typed also where the value is absent: a prepared statement serves one list of types.
        void Add(NpgsqlDbType type, object? value) =>
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
    }
}
