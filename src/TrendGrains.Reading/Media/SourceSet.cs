using System.Globalization;

namespace TrendGrains.Reading.Media;

/// <summary>Chooses from <c>srcset</c> (HTML standard, 4.8.4.2): the candidate of the greatest width or density.</summary>
internal static class SourceSet
{
    /// <summary>The largest candidate's address and width in pixels, 0 when it names none; null for an empty set.</summary>
    public static (string Url, int Width)? Largest(string? set)
    {
        (string Url, double Size, int Width)? best = null;
        if (string.IsNullOrWhiteSpace(set))
        {
            return null;
        }
        // An address may hold commas, so that only a comma before white space or at a descriptor's end parts candidates.
        foreach (var part in set.Split([", ", ",\n", ",\t", "w,", "x,"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.TrimEnd(',').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var size = words.Length > 1 && double.TryParse(words[1].TrimEnd('w', 'x', 'h'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 1;
            if (words.Length > 0 && !words[0].StartsWith("data:", StringComparison.OrdinalIgnoreCase) && (best is null || size > best.Value.Size))
            {
                best = (words[0], size, size > 16 ? (int)Math.Min(size, 100_000) : 0);
            }
        }
        return best is { } found ? (found.Url, found.Width) : null;
    }
}
