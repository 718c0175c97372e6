using System.Text.Json.Nodes;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Forum;

/// <summary>Listings and threads as JSON.</summary>
internal sealed class ForumListing(Board board, ForumThings things)
{
    public const int UsualLimit = 25;
    public const int MostLimit = 100;

    /// <summary>Posts in an order, <c>limit</c> of them <c>after</c> (or <c>before</c>) one named.</summary>
    public JsonNode Posts(SiteRequest request, string order)
    {
        var limit = request.Number("limit", UsualLimit, 1, MostLimit);
        var sorted = board.Sorted(order, Window(request["t"]), request.Now).ToArray();
        var (first, count) = Slice(sorted, request["after"], request["before"], limit);
        var page = sorted.AsSpan(first, count).ToArray();
        return Listing(
            [.. page.Select(p => things.Post(p, request.Now, IsRaw(request)))],
            after: first + count < sorted.Length && count > 0 ? $"t3_{Board.IdOf(page[^1])}" : null,
            before: first > 0 && count > 0 ? $"t3_{Board.IdOf(page[0])}" : null);
    }

    /// <summary>The post, then its comments, as two listings.</summary>
    public JsonNode Thread(SiteRequest request, Publication post)
    {
        var comments = Board.CommentsAt(post, request.Now).Select((c, i) => (JsonNode)things.Comment(post, c, i, request.Now, IsRaw(request)));
        var best = request["sort"] == "new" ? comments.Reverse() : comments.OrderByDescending(c => (int)c["data"]!["score"]!);
        return new JsonArray(
            Listing([things.Post(post, request.Now, IsRaw(request))], null, null),
            Listing([.. best.Take(request.Number("limit", MostLimit * 5, 1, MostLimit * 5))], null, null));
    }

    public JsonNode About(DateTimeOffset now) => ForumThings.Thing("t5", new JsonObject
    {
        ["display_name"] = board.Name,
        ["name"] = things.SubredditId,
        ["title"] = board.Outlet.Name,
        ["lang"] = board.Outlet.Language,
        ["subscribers"] = 20_000 + Hash.Below(400_000, board.Name),
        ["accounts_active"] = board.Posts.CountAt(now),
        ["over18"] = false,
        ["subreddit_type"] = "public",
    });

    /// <summary>Hour, day, week, month, year or all, as in <c>top.json?t=</c>.</summary>
    public static TimeSpan Window(string? name) => name switch
    {
        "hour" => TimeSpan.FromHours(1),
        "week" => TimeSpan.FromDays(7),
        "month" => TimeSpan.FromDays(31),
        "year" => TimeSpan.FromDays(366),
        "all" => TimeSpan.FromDays(36_500),
        _ => TimeSpan.FromDays(1),
    };

    private static (int First, int Count) Slice(Publication[] sorted, string? after, string? before, int limit)
    {
        if (after is not null)
        {
            var first = Array.FindIndex(sorted, p => after == $"t3_{Board.IdOf(p)}") + 1;
            return first == 0 ? (sorted.Length, 0) : (first, Math.Min(limit, sorted.Length - first));
        }

        if (before is not null)
        {
            var end = Math.Max(0, Array.FindIndex(sorted, p => before == $"t3_{Board.IdOf(p)}"));
            return (Math.Max(0, end - limit), Math.Min(limit, end));
        }

        return (0, Math.Min(limit, sorted.Length));
    }

    private static JsonObject Listing(JsonArray children, string? after, string? before) => ForumThings.Thing("Listing", new JsonObject
    {
        ["after"] = after,
        ["dist"] = children.Count,
        ["modhash"] = "",
        ["geo_filter"] = "",
        ["children"] = children,
        ["before"] = before,
    });

    private static bool IsRaw(SiteRequest request) => request["raw_json"] == "1";
}
