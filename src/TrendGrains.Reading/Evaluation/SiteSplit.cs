using System.Security.Cryptography;
using System.Text;

namespace TrendGrains.Reading.Evaluation;

/// <summary>
/// Splits pages by site, so that no site's template is both learned and tested. A site is the last two labels of the host name, three under
/// a second-level suffix such as co.uk; the first byte of its SHA-256 decides.
/// </summary>
public static class SiteSplit
{
    /// <summary>Parts of a cross-validation.</summary>
    public const int Folds = 5;

    public static string SiteOf(string url)
    {
        var labels = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host.ToLowerInvariant().Split('.') : [url];
        var keep = labels.Length > 2 && labels[^2] is "co" or "com" or "org" or "net" or "gov" or "ac" or "edu" or "or" or "go" or "ne" ? 3 : 2;
        return string.Join('.', labels.TakeLast(keep));
    }

    /// <summary>A third of the sites, which nothing is tuned on.</summary>
    public static bool IsHeldOut(string site) => Hash(site)[0] % 3 == 0;

    /// <summary>0…<see cref="Folds"/>−1; independent of <see cref="IsHeldOut"/>.</summary>
    public static int FoldOf(string site) => Hash(site)[1] % Folds;

    private static byte[] Hash(string site) => SHA256.HashData(Encoding.UTF8.GetBytes(site));
}
