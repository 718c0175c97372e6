using System.Text;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Evaluation.Metadata;

/// <summary>How near a title comes to the gold one.</summary>
/// <param name="IsEqual">The same words in the same order; case, punctuation and kinds of quotes and dashes do not count.</param>
/// <param name="IsEqualWithoutSite">The same once a last part that is the site's name is cut off both: corpora differ in whether they keep it.</param>
/// <param name="F1">Of the bags of words.</param>
public sealed partial record TitleMatch(bool IsEqual, bool IsEqualWithoutSite, double F1)
{
    private static readonly string[] separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "];

    public static TitleMatch Of(string? title, string gold, string? siteName, string url)
    {
        var (found, wanted) = (Words(title ?? ""), Words(gold));
        var (shorter, shorterGold) = (Words(Cut(title ?? "", siteName, url)), Words(Cut(gold, siteName, url)));
        return new TitleMatch(found.SequenceEqual(wanted), shorter.SequenceEqual(shorterGold), WordF1.Of(title ?? "", gold).F1);
    }

    private static string[] Words(string text) => [.. Word().Matches(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()).Select(m => m.Value)];

    private static string Cut(string title, string? siteName, string url)
    {
        var site = string.Concat(Words(siteName ?? ""));
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? string.Concat(Words(uri.Host)) : "";
        foreach (var separator in separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            var tail = at > 0 ? string.Concat(Words(title[(at + separator.Length)..])) : "";
            if (tail.Length > 0 && (tail == site || (tail.Length >= 4 && host.Contains(tail, StringComparison.Ordinal))))
            {
                return title[..at];
            }
        }
        return title;
    }

    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}
