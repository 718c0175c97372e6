using System.Globalization;
using System.Text;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Sites.Netflix;

/// <summary>
/// The table of weekly top tens that Netflix publishes: tab-separated, newest week first, a header that names the columns; of all
/// countries together or of each. One row is one entry. The cursor is the newest week read.
/// </summary>
internal sealed class NetflixAdapter : ISiteAdapter
{
    /// <summary>Weeks that the first reading takes; what is older is history, not news.</summary>
    private const int FirstWeeks = 4;

    private static readonly string[] needed = ["week", "category", "weekly_rank", "show_title"];

    public string? Refuse(SourceDefinition source) => null;

    public string FirstPage(SourceDefinition source) => source.Url;

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor)
    {
        var lines = Encoding.UTF8.GetString(answer.Body).TrimStart('\uFEFF').Split('\n');
        string[] columns = [.. lines[0].TrimEnd('\r').Split('\t').Select(c => c.Trim())];
        if (needed.Where(n => !columns.Contains(n)).ToArray() is { Length: > 0 } missing)
        {
            return SiteReading.Unreadable(answer, $"This is no weekly top ten: its first line has no column {string.Join(", ", missing)}.");
        }

        var (rows, skipped) = (new List<TopTenRow>(), new List<SkippedEntry>());
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
            {
                continue;
            }

            if (TopTenRow.TryRead(columns, line.Split('\t'), out var row, out var problem))
            {
                rows.Add(row);
            }
            else
            {
                skipped.Add(new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.Malformed, $"Line {i + 1}: {problem}."));
            }
        }

        var weeks = rows.Select(r => r.Week).Distinct().OrderDescending().ToArray();
        var oldest = cursor is not null
            ? DateOnly.ParseExact(cursor, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : weeks.Take(FirstWeeks).LastOrDefault();
        var old = rows.Count(r => r.Week < oldest);
        if (old > 0 && cursor is null)
        {
            skipped.Add(new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.TooDeep, $"{old} rows of weeks before {oldest:yyyy-MM-dd} are history."));
        }

        return new SiteReading
        {
            Entries = [.. rows.Where(r => r.Week >= oldest).Select(r => r.Entry(answer.Url))],
            Skipped = [.. skipped],
            Cursor = weeks.Length > 0 ? weeks[0].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cursor,
        };
    }
}
