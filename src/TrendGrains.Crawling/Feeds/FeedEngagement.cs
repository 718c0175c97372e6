using System.Globalization;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Feeds;

/// <summary>
/// What feeds count: media:community (Media RSS; YouTube gives views, and the number of likes as that of ratings), slash:comments, and
/// thr:total (RFC 4685).
/// </summary>
internal static class FeedEngagement
{
    public static Engagement? Of(FeedNode entry)
    {
        var community = entry.First("media", "group")?.First("media", "community") ?? entry.First("media", "community");
        return new Engagement
        {
            Comments = Number(Text(entry.First("slash", "comments"))) ?? Number(Text(entry.First("thr", "total"))),
            Views = Number(community?.First("media", "statistics")?.Attribute("views")),
            Likes = Number(community?.First("media", "starRating")?.Attribute("count")),
        }.OrNull();
    }

    private static string? Text(FeedNode? node) => node is null ? null : FeedMarkup.Text(node);

    private static long? Number(string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
