using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TrendGrains.Abstractions.Sources;

/// <summary>The key of a source: short, lower case, fit for a URL and a command line.</summary>
public static partial class SourceSlug
{
    private const int Longest = 64;

    private const char RehearsalMark = '~';

    /// <summary>Key of the crawl that tries a policy on a source and stores no item; never a <see cref="IsValid">valid</see> slug of a source.</summary>
    public static string Rehearsal(string slug, CrawlPolicy policy) => $"{slug}{RehearsalMark}{policy.Code()}";

    public static bool IsRehearsal(string key) => key.Contains(RehearsalMark, StringComparison.Ordinal);

    public static bool IsValid(string? slug) => slug is not null && Shape().IsMatch(slug);

    /// <summary>
    /// A slug from any title or address: Latin letters and digits kept, the rest folded to '-'. A long one is cut, and one that lost letters
    /// or is cut is marked with a hash, so that no two names meet. The same name always gives the same slug.
    /// </summary>
    public static string From(string text)
    {
        text = text.Trim().Normalize();
        var folded = new StringBuilder();
        var lost = false;
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded.Append(c);
            }
            else
            {
                lost |= char.IsLetterOrDigit(c);
                if (folded.Length > 0 && folded[^1] != '-')
                {
                    folded.Append('-');
                }
            }
        }

        var slug = folded.ToString().Trim('-');
        if (slug.Length is > 0 and <= Longest && !lost)
        {
            return slug;
        }

        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return slug.Length == 0 ? $"source-{mark}" : $"{slug[..Math.Min(slug.Length, Longest - mark.Length - 1)].TrimEnd('-')}-{mark}";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex Shape();
}
