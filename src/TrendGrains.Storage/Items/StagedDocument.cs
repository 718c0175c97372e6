using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>A document of a batch on its way into the tables.</summary>
internal sealed class StagedDocument
{
    /// <summary>Place in the batch.</summary>
    public required int Index { get; init; }

    public required CrawledDocument Document { get; init; }
    public required Guid Key { get; init; }
    public required Guid ContentHash { get; init; }
    public required (Guid Hash, string Url)[] Aliases { get; init; }

    /// <summary>An earlier document of the batch that says this address led to it: unless it is known to be an item of its own, it is that one's.</summary>
    public StagedDocument? ClaimedBy { get; init; }

    public DateTimeOffset FetchedAt => Document.FetchedAt.ToUniversalTime();

    /// <summary>The item that holds the address; known once the database was asked.</summary>
    public Guid Owner { get; set; }

    public AcceptDisposition Disposition { get; set; }

    /// <summary>The first document of each address, in the batch's order.</summary>
    public static List<StagedDocument> From(CrawledDocument[] documents)
    {
        var staged = new List<StagedDocument>(documents.Length);
        var seen = new HashSet<Guid>();
        var claims = new Dictionary<Guid, StagedDocument>();
        for (var i = 0; i < documents.Length; i++)
        {
            var key = ItemKey.FromUrl(documents[i].Url);
            if (!seen.Add(key))
            {
                continue;
            }

            var document = new StagedDocument
            {
                Index = i,
                Document = documents[i],
                Key = key,
                ContentHash = Items.ContentHash.Of(documents[i].Body),
                Aliases = Array.ConvertAll(documents[i].Aliases, url => (ItemKey.FromUrl(url), url)),
                ClaimedBy = claims.GetValueOrDefault(key),
            };
            staged.Add(document);
            foreach (var (hash, _) in document.Aliases)
            {
                claims.TryAdd(hash, document);
            }
        }

        return staged;
    }
}
