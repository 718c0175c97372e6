using System.Text.Json;

namespace TrendGrains.Crawling.Sites.Reddit;

/// <summary>Tells what is gone from what only lost its author: who closes an account leaves the posts behind, under <c>[deleted]</c>.</summary>
internal static class RedditRemoval
{
    /// <summary>Why there is nothing to keep; null when there is.</summary>
    public static string? Of(JsonElement body)
    {
        var text = body.Text("selftext") ?? body.Text("body");
        return body.Text("removed_by_category") is { } category ? $"Removed ({category})."
            : text == "[removed]" ? "Removed by a moderator."
            : text == "[deleted]" ? "Deleted by its author."
            : body.IsTrue("promoted") ? "An advertisement."
            : null;
    }

    /// <summary>What a refused listing says of itself: <c>{"message": "Forbidden", "reason": "private"}</c>; null where it says nothing.</summary>
    public static string? OfListing(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.Text("reason") is { Length: < 100 } reason ? $"Reddit says: {reason}." : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
