using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TrendGrains.Abstractions.Sources;

/// <summary>The key of a source: short, lower case, fit for a URL and a command line.</summary>
public static partial class SourceSlug
{
    private const int Longest = 64;

    public static bool IsValid(string? slug) => slug is not null && Shape().IsMatch(slug);

    /// <summary>A slug from any title or address: letters and digits kept, the rest folded to '-'; a long one is cut and marked with a hash.</summary>
    public static string From(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != '-')
            {
                folded.Append('-');
            }
        }

        var slug = folded.ToString().Trim('-');
        if (slug.Length > 0 && slug.Length <= Longest)
        {
            return slug;
        }

        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return slug.Length == 0 ? $"source-{mark}" : $"{slug[..(Longest - mark.Length - 1)].TrimEnd('-')}-{mark}";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Shape();
}
