using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Sites.Reddit;

/// <summary>
/// A listing of things as Reddit's API gives it: <c>{"kind": "Listing", "data": {"after": …, "children": [{"kind": "t3", "data": …}]}}</c>,
/// a collection with <c>sorted_links</c>, or a thread, which is two listings. Posts are t3, comments t1, each with its replies in it.
/// </summary>
internal sealed record RedditListing(
    FeedEntry[] Entries, RedditSkip[] Skipped, string? After, DateTimeOffset? Newest, DateTimeOffset? Oldest)
{
    /// <param name="address">Where it was read; links without a host are of this one, or of Reddit when it is an API's.</param>
    public static bool TryRead(JsonElement root, Uri address, out RedditListing listing)
    {
        JsonElement[] listings = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root.Field("sorted_links") ?? root];
        listing = null!;
        if (listings.Length == 0 || !listings.All(l => l.Text("kind") == "Listing" && l.Field("data") is not null))
        {
            return false;
        }

        var site = address.Host == "oauth.reddit.com" ? new Uri("https://www.reddit.com/") : new Uri(address, "/");
        var (entries, skipped, times) = (new List<FeedEntry>(), new List<RedditSkip>(), new List<DateTimeOffset>());
        foreach (var thing in listings.SelectMany(Things))
        {
            var kind = thing.Text("kind");
            if (thing.Field("data") is not { ValueKind: JsonValueKind.Object } body || kind is not ("t1" or "t3"))
            {
                skipped.Add(new RedditSkip(new SkippedEntry(address.AbsoluteUri, CrawlReason.NotReadable, $"A thing of kind '{kind}' is neither post nor comment."), null));
                continue;
            }

            var created = body.Field("created_utc")?.Moment();
            if (created is { } time && !body.IsTrue("stickied"))
            {
                times.Add(time); // a post that moderators keep at the top says nothing of where the listing stands
            }

            if (RedditRemoval.Of(body) is { } removal)
            {
                skipped.Add(new RedditSkip(new SkippedEntry(RedditThing.Permalink(body, site) ?? address.AbsoluteUri, CrawlReason.Gone, removal), created));
            }
            else if (RedditThing.Permalink(body, site) is null)
            {
                skipped.Add(new RedditSkip(new SkippedEntry(address.AbsoluteUri, CrawlReason.InvalidUrl, $"'{body.Text("name") ?? body.Text("id")}' has no address of its own."), created));
            }
            else
            {
                entries.Add(kind == "t3" ? RedditThing.Post(body, site) : RedditThing.Comment(body, site));
            }
        }

        var after = listings[0].Field("data")!.Value.Text("after");
        listing = new RedditListing(
            [.. entries], [.. skipped], after, times.Count > 0 ? times.Max() : null, times.Count > 0 ? times.Min() : null);
        return true;
    }

    /// <summary>A listing's things, and each comment's replies after it.</summary>
    private static IEnumerable<JsonElement> Things(JsonElement listing)
    {
        foreach (var thing in (listing.Field("data") ?? default).Items("children"))
        {
            yield return thing;
            if (thing.Field("data")?.Field("replies") is { ValueKind: JsonValueKind.Object } replies)
            {
                foreach (var reply in Things(replies))
                {
                    yield return reply;
                }
            }
        }
    }
}

/// <summary>What was left out, and when it was written.</summary>
internal sealed record RedditSkip(SkippedEntry Entry, DateTimeOffset? Created);
