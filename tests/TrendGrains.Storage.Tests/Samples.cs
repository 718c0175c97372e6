using System.Text;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Items;

namespace TrendGrains.Storage.Tests;

/// <summary>Documents and items as a crawl would give them.</summary>
internal static class Samples
{
    public static string UniqueSource() => $"s-{Guid.NewGuid():n}";

    public static CrawledDocument Document(string url, string body = "body", params string[] aliases) => new()
    {
        Url = url,
        Aliases = aliases,
        FetchedAt = MigratedDatabase.Start,
        MediaType = "text/html",
        Charset = "utf-8",
        Body = Encoding.UTF8.GetBytes(body),
        ETag = "\"1\"",
        Depth = 1,
    };

    public static IngestBatch Batch(string source, params CrawledDocument[] documents) => new()
    {
        Source = new SourceDefinition { Slug = source, Kind = SourceKind.Site, Url = $"https://{source}.example/" },
        Documents = documents,
    };

    public static UnderstoodItem Understood(string url, string text = "text", ItemState state = ItemState.Understood) => new()
    {
        ItemId = ItemKey.FromUrl(url),
        State = state,
        Title = "Title",
        Text = text,
        Language = "en",
        EventTime = MigratedDatabase.Start,
        Keywords = ["harbour", "항구"],
        Embedding = state == ItemState.Understood ? Vector(1) : null,
        EmbeddingModel = state == ItemState.Understood ? "text-embedding" : null,
        EmbeddingVersion = state == ItemState.Understood ? "1" : null,
        Missing = state == ItemState.Partial ? [new MissingPart("embedding", "busy")] : [],
    };

    /// <summary>A unit vector of 128 in the given direction.</summary>
    public static float[] Vector(int axis, float tilt = 0)
    {
        var vector = new float[128];
        vector[axis] = MathF.Sqrt(1 - (tilt * tilt));
        vector[127] += tilt;
        return vector;
    }
}
