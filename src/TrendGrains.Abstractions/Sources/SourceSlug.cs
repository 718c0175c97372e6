using System.Text;
using System.Text.RegularExpressions;

namespace TrendGrains.Abstractions.Sources;

/// <summary>The key of a source: short, lower case, fit for a URL and a command line.</summary>
public static partial class SourceSlug
{
    public static bool IsValid(string? slug) => slug is not null && Shape().IsMatch(slug);

    /// <summary>A slug from any title or address: letters and digits kept, the rest folded to '-', at most 64 characters.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == 64)
            {
                break;
            }
        }

        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : "source";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Shape();
}
