using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Evaluation.Metadata;

/// <summary>A byline as a set of names, so that order, case, punctuation, "Dr." and degrees do not count.</summary>
public static partial class AuthorNames
{
    public static HashSet<string> Of(string? byline)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (byline is null)
        {
            return names;
        }
        foreach (var part in Between().Split(Beside().Replace(byline, " ")))
        {
            var name = Lead().Replace(part.Trim(), "");
            if (!Degree().IsMatch(name) && Spaces().Replace(NotWord().Replace(name.ToLowerInvariant(), ""), " ").Trim() is { Length: > 0 } plain)
            {
                names.Add(plain);
            }
        }
        return names;
    }

    [GeneratedRegex(@"\([^)]*\)|<[^>]*>")]
    private static partial Regex Beside();

    [GeneratedRegex(@",|;|\s(?:and|with)\s|\s&\s", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:by|dr\.?|prof\.?)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:M\.?D\.?|Ph\.?D\.?|RDN?|MS|MSc|BA|BS|FAND|DVM|VMD|DACVB|CPA|Esq|E-RYT.*|LVT|VTS.*|FACL?M|SMT|MBA|RN|NP|DO|Jr\.?|Sr\.?)$")]
    private static partial Regex Degree();

    [GeneratedRegex(@"[^\w\s]")]
    private static partial Regex NotWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
