using System.Text;
using TrendGrains.Press.Templates;

namespace TrendGrains.Press.Sites;

internal static class RobotsFile
{
    /// <summary>Paths that no crawler may fetch; each is linked from the pages.</summary>
    public static string[] Disallowed { get; } = ["/search", "/subscribe"];

    /// <param name="masthead">Whose file it is.</param>
    /// <param name="sitemap">False for an outlet that has none.</param>
    public static string Write(Masthead masthead, bool sitemap = true)
    {
        var file = new StringBuilder("User-agent: *\n");
        foreach (var path in Disallowed)
        {
            file.Append($"Disallow: {path}\n");
        }

        if (masthead.Style.CrawlDelay > 0)
        {
            file.Append($"Crawl-delay: {masthead.Style.CrawlDelay}\n");
        }

        return file.Append("\nUser-agent: BadBot\nDisallow: /\n").Append(sitemap ? $"\nSitemap: {masthead.Root}/sitemap.xml\n" : "").ToString();
    }
}
