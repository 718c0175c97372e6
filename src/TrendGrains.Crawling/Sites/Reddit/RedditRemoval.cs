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
}
