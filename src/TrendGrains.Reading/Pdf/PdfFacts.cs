using System.Globalization;
using System.Text;
using TrendGrains.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>What a PDF says about itself, as pdfinfo prints it.</summary>
internal sealed record PdfFacts
{
    public string? Title { get; private init; }
    public string? Author { get; private init; }
    public DateTimeOffset? Created { get; private init; }
    public DateTimeOffset? Changed { get; private init; }
    public int Pages { get; private init; }

    private static readonly string[] fileEndings = [".doc", ".docx", ".hwp", ".hwpx", ".pdf", ".ppt", ".pptx", ".xls", ".xlsx", ".indd", ".qxd", ".odt", ".rtf", ".txt", ".dvi", ".tex"];

    /// <param name="latest">A time after it is not believed.</param>
    public static PdfFacts Of(ReadOnlySpan<byte> printed, DateTimeOffset? latest)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(printed).Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                lines.TryAdd(line[..colon], TextNormalizer.Fold(line.AsSpan(colon + 1)));
            }
        }

        return new PdfFacts
        {
            Title = IsTitle(lines.GetValueOrDefault("Title")) ? lines["Title"] : null,
            Author = lines.GetValueOrDefault("Author") is { Length: > 1 and <= 200 } author && author.Any(char.IsLetter) ? author : null,
            Created = Believed(Moment(lines.GetValueOrDefault("CreationDate")), latest),
            Changed = Believed(Moment(lines.GetValueOrDefault("ModDate")), latest),
            Pages = int.TryParse(lines.GetValueOrDefault("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0,
        };
    }

    /// <summary>ISO 32000-1, 7.9.4: <c>D:YYYYMMDDHHmmSSOHH'mm'</c>, whatever is missing at the end; no zone is taken for UTC.</summary>
    internal static DateTimeOffset? Moment(string? raw)
    {
        var text = raw is null ? "" : raw.StartsWith("D:", StringComparison.Ordinal) ? raw[2..] : raw;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? text[..end] : text;
        if (digits.Length is < 4 or > 14 || digits.Length % 2 != 0)
        {
            return null;
        }

        // A month and a day that are missing are the first.
        var whole = digits + "00000101000000"[digits.Length..];
        if (!DateTime.TryParseExact(whole, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var zone = text[digits.Length..].Replace("'", "", StringComparison.Ordinal);
        var offset = TimeSpan.Zero;
        if (zone.Length >= 3 && zone[0] is '+' or '-'
            && int.TryParse(zone.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 14)
        {
            var minutes = zone.Length >= 5 && int.TryParse(zone.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60 ? m : 0;
            offset = new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1);
        }

        return offset.Duration() <= TimeSpan.FromHours(14) && local.Year is > 1 and < 9999 ? new DateTimeOffset(local, offset) : null;
    }

    private static DateTimeOffset? Believed(DateTimeOffset? moment, DateTimeOffset? latest) =>
        moment is { Year: >= 1990 } value && (latest is null || value <= latest.Value.AddDays(1)) ? value : null;

    /// <summary>Many programs write a file's name, or nothing much, where the title belongs.</summary>
    private static bool IsTitle(string? title) =>
        title is { Length: > 2 and <= 300 }
        && title.Any(char.IsLetter)
        && !title.StartsWith("Microsoft Word", StringComparison.OrdinalIgnoreCase) && !title.StartsWith("Microsoft PowerPoint", StringComparison.OrdinalIgnoreCase)
        && !title.StartsWith("untitled", StringComparison.OrdinalIgnoreCase) && title is not ("제목 없음" or "무제" or "about:blank")
        && !title.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(fileEndings, ending => title.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
