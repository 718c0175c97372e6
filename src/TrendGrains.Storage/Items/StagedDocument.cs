using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>A document of a batch on its way into the tables.</summary>
internal sealed class StagedDocument
{
    /// <summary>Place in the batch.</summary>
    public required int Index { get; init; }

    public required CrawledDocument Document { get; init; }

    /// <summary>Hash of the document's own address.</summary>
    public required Guid UrlHash { get; init; }

    /// <summary>The item that it is, if it is one: its own address', or that of an entry which announced it under its canonical address.</summary>
    public required Guid Key { get; set; }

    /// <summary>Hash of the address that it is another form of.</summary>
    public Guid? Canonical { get; init; }

    public required Guid ContentHash { get; init; }
    public required (Guid Hash, string Url)[] Aliases { get; init; }

    /// <summary>
    /// An earlier document of the batch that says this address led to it, or that is what this one is another form of: unless it is known to be an item of its
    /// own, it is that one's.
    /// </summary>
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

            var canonical = documents[i].Canonical is { } url && url != documents[i].Url ? url : null;
            var canonicalHash = canonical is null ? (Guid?)null : ItemKey.FromUrl(canonical);
            string[] aliases = canonical is null ? documents[i].Aliases : [.. documents[i].Aliases, canonical];
            var document = new StagedDocument
            {
                Index = i,
                Document = documents[i],
                UrlHash = key,
                Key = key,
                Canonical = canonicalHash,
                ContentHash = Items.ContentHash.Of(documents[i].Body),
                Aliases = Array.ConvertAll(aliases, url => (ItemKey.FromUrl(url), url)),
                ClaimedBy = claims.GetValueOrDefault(key) ?? (canonicalHash is { } hash ? claims.GetValueOrDefault(hash) : null),
            };
            staged.Add(document);
            claims.TryAdd(key, document);
            foreach (var (alias, _) in document.Aliases)
            {
                claims.TryAdd(alias, document);
            }
        }

        return staged;
    }
}
