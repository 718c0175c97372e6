using System.Globalization;
using System.Net;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Sites.Netflix;

/// <summary>One rank of one week.</summary>
/// <param name="Week">Its last day, a Sunday.</param>
/// <param name="Country">Null in the table of all countries together.</param>
internal sealed record TopTenRow(DateOnly Week, string Category, int Rank, string Show, string? Season, string? Country, string? Hours, string? Views, string? Weeks)
{
    public static bool TryRead(string[] columns, string[] cells, out TopTenRow row, out string problem)
    {
        row = null!;
        if (cells.Length != columns.Length)
        {
            problem = $"{cells.Length} cells under {columns.Length} columns";
            return false;
        }

        string? Cell(string name) => Array.IndexOf(columns, name) is >= 0 and var at && cells[at].Trim() is { Length: > 0 } text && text != "N/A" ? text : null;
        if (!DateOnly.TryParseExact(Cell("week"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var week))
        {
            problem = $"'{Cell("week")}' is no week";
            return false;
        }

        if (!int.TryParse(Cell("weekly_rank"), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || Cell("category") is not { } category || Cell("show_title") is not { } show)
        {
            problem = "rank, category or title is missing";
            return false;
        }

        problem = "";
        row = new TopTenRow(
            week, category, rank, show, Cell("season_title"), Cell("country_name"), Cell("weekly_hours_viewed"), Cell("weekly_views"), Cell("cumulative_weeks_in_top_10"));
        return true;
    }

    /// <param name="table">The table's address; each row's is made of it, since rows have no pages of their own.</param>
    public FeedEntry Entry(Uri table)
    {
        var name = Season ?? Show;
        var key = string.Join('&', new[] { ("week", $"{Week:yyyy-MM-dd}"), ("country", Country), ("category", Category), ("rank", $"{Rank}") }
            .Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        return new FeedEntry
        {
            Id = key,
            Url = $"{table.GetLeftPart(UriPartial.Path)}?{key}",
            Title = $"{name} is number {Rank} of {Category} on Netflix{(Country is null ? "" : $" in {Country}")}",
            Content = "<p>" + WebUtility.HtmlEncode($"{name}: number {Rank} of {Category} in the week to {Week:yyyy-MM-dd}{Said(", ", Hours, " hours viewed")}{Said(", ", Views, " views")}{Said(", ", Weeks, " weeks in the top ten")}.") + "</p>",
            Published = new DateTimeOffset(Week, TimeOnly.MinValue, TimeSpan.Zero),
            Tags = [Category],
            Language = "en",
        };
    }

    private static string Said(string before, string? value, string after) => value is null ? "" : before + value + after;
}
