using System.Text.Json;
using TrendGrains.Grouping;

namespace TrendGrains.Output;

/// <summary>The line that <c>cluster</c> writes for an item.</summary>
/// <param name="Trend">32 hexadecimal digits.</param>
/// <param name="IsNew">It began the trend.</param>
internal sealed record ClusterLine(JsonElement? Id, string Trend, bool IsNew, ClusterReasons Reasons)
{
    /// <param name="nearest">Id of the item that is most alike, as it was given.</param>
    public static ClusterLine Of(GroupedStory story, JsonElement? nearest)
    {
        var (trend, isNew, similarity, parts, _) = story.Assignment;
        return new ClusterLine(story.Line.Id, trend.ToString("N"), isNew, new ClusterReasons(
            Rounded(similarity), Rounded(parts.Title), Rounded(parts.Body), Rounded(parts.Dense), Rounded(parts.Recency), nearest));
    }

    private static double Rounded(float part) => Math.Round(part, 4);
}

/// <summary>How alike the item and the trend that came nearest are, 0-1, and what that is made of.</summary>
internal sealed record ClusterReasons(double Similarity, double Title, double Body, double Dense, double Recency, JsonElement? Nearest);
