using System.Globalization;
using System.Text;
using TrendGrains.Reading.Metadata.Dates;
using TrendGrains.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>What a PDF says about itself, as pdfinfo prints it.</summary>
internal sealed record PdfFacts
{
    public string? Title { get; private init; }
    public string? Author { get; private init; }
    public WrittenMoment? Created { get; private init; }
    public WrittenMoment? Changed { get; private init; }
    public int Pages { get; private init; }

    private static readonly string[] fileEndings = [".doc", ".docx", ".hwp", ".hwpx", ".pdf", ".ppt", ".pptx", ".xls", ".xlsx", ".indd", ".qxd", ".odt", ".rtf", ".txt", ".dvi", ".tex"];

    public static PdfFacts Of(ReadOnlySpan<byte> printed)
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
            Created = Moment(lines.GetValueOrDefault("CreationDate")),
            Changed = Moment(lines.GetValueOrDefault("ModDate")),
            Pages = int.TryParse(lines.GetValueOrDefault("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0,
        };
    }

    /// <summary>
    /// ISO 32000-1, 7.9.4: <c>D:YYYYMMDDHHmmSSOHH'mm'</c>, whatever is missing at the end. Without a day it is no moment; a time of day or a
    /// zone that it does not say stays unsaid.
    /// </summary>
    internal static WrittenMoment? Moment(string? raw)
    {
        var text = raw is null ? "" : raw.StartsWith("D:", StringComparison.Ordinal) ? raw[2..] : raw;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? text[..end] : text;
        if (digits.Length is not (8 or 10 or 12 or 14)
            || !DateTime.TryParseExact(digits + "00000000000000"[digits.Length..], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        return WrittenMoment.Of(local.Year, local.Month, local.Day, digits.Length > 8 ? local.TimeOfDay : null, digits.Length > 8 ? Offset(text[digits.Length..]) : null);
    }

    private static TimeSpan? Offset(string zone)
    {
        var bare = zone.Replace("'", "", StringComparison.Ordinal);
        if (bare.StartsWith('Z'))
        {
            return TimeSpan.Zero;
        }

        if (bare.Length < 3 || bare[0] is not ('+' or '-') || !int.TryParse(bare.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours))
        {
            return null;
        }

        var minutes = bare.Length >= 5 && int.TryParse(bare.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60 ? m : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return offset <= TimeSpan.FromHours(14) ? offset * (bare[0] == '-' ? -1 : 1) : null;
    }

    /// <summary>Many programs write a file's name, or nothing much, where the title belongs.</summary>
    private static bool IsTitle(string? title) =>
        title is { Length: > 2 and <= 300 }
        && title.Any(char.IsLetter)
        && !title.StartsWith("Microsoft Word", StringComparison.OrdinalIgnoreCase) && !title.StartsWith("Microsoft PowerPoint", StringComparison.OrdinalIgnoreCase)
        && !title.StartsWith("untitled", StringComparison.OrdinalIgnoreCase) && title is not ("제목 없음" or "무제" or "about:blank")
        && !title.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(fileEndings, ending => title.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
