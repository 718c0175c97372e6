using System.Diagnostics;
using System.Formats.Tar;
using System.Text.RegularExpressions;
using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>
/// Apache Flink's site as its repository holds it (Apache-2.0). Relevant are the posts of its blog: the pages under <c>/YYYY/MM/DD/slug/</c>;
/// the documentation, the downloads and the lists of posts are not.
/// </summary>
internal static partial class RecordedSite
{
    public const string Name = "flink.apache.org";
    private const string Archive = "flink.apache.org_en_zh_news.tar.xz";
    private static readonly DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static string? File => Checkout.SharedData is { } data && System.IO.File.Exists(Path.Combine(data, "sites", Archive)) ? Path.Combine(data, "sites", Archive) : null;

    public static bool IsThere => File is not null;

    public static SiteGraph Graph() => GraphFile.GetOrWalk(Name, () =>
    {
        var pages = Read(File ?? throw new FileNotFoundException($"There is no ../shared/data/sites/{Archive} beside the checkout."));
        return GraphWalk.Walk(Name, null, new Uri($"https://{Name}/"), now, url => Answer(pages, url));
    });

    private static SiteAnswer Answer(Dictionary<string, byte[]> pages, Uri url)
    {
        if (url.Scheme == "http")
        {
            return new SiteAnswer(null, null, $"https://{Name}{url.PathAndQuery}", null, false, null);
        }

        var path = Uri.UnescapeDataString(url.AbsolutePath);
        if (pages.TryGetValue(path.EndsWith('/') ? path + "index.html" : path, out var body))
        {
            return new SiteAnswer(body, "utf-8", null, null, Post().IsMatch(path), null);
        }

        // As the server of a static site does with a folder.
        return new SiteAnswer(null, null, pages.ContainsKey(path + "/index.html") ? url.AbsolutePath + "/" : null, null, false, null);
    }

    private static Dictionary<string, byte[]> Read(string archive)
    {
        // .NET reads tar but not xz.
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", archive]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("xz did not start");
        using var tar = new TarReader(xz.StandardOutput.BaseStream);
        var pages = new Dictionary<string, byte[]>();
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } content && entry.Name.EndsWith(".html", StringComparison.Ordinal))
            {
                var bytes = new byte[entry.Length];
                content.ReadExactly(bytes);
                pages[entry.Name[(entry.Name.IndexOf(Name, StringComparison.Ordinal) + Name.Length)..]] = bytes;
            }
        }

        return pages;
    }

    [GeneratedRegex("^/20[0-9]{2}/[0-9]{2}/[0-9]{2}/[^/]+/$")]
    private static partial Regex Post();
}
