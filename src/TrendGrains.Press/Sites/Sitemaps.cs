using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>Sitemaps as sitemaps.org 0.9 and Google's news extension have them: an index, one file a day, one for the last two days' news.</summary>
internal static class Sitemaps
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly TimeSpan newsWindow = TimeSpan.FromHours(48);

    public static string Index(Masthead masthead, NewsArchive archive, DateTimeOffset now)
    {
        var xml = Begin().Raw($"<sitemapindex xmlns=\"{Namespace}\">\n").Add($"<sitemap><loc>{masthead.Root}/sitemap-news.xml</loc></sitemap>\n");
        foreach (var day in archive.All.NewestAt(now).GroupBy(p => DayOf(masthead, p)))
        {
            xml.Add($"<sitemap><loc>{masthead.Root}/sitemap-{day.Key.ToString("yyyy-MM-dd")}.xml</loc><lastmod>{masthead.Words.Machine(day.Max(p => Edition.At(p, now).Modified))}</lastmod></sitemap>\n");
        }

        return xml.Raw("</sitemapindex>\n").ToString();
    }

    /// <summary>Null for a day without publications.</summary>
    public static string? Day(Masthead masthead, NewsArchive archive, DateOnly day, DateTimeOffset now)
    {
        var publications = archive.All.NewestAt(now).Where(p => DayOf(masthead, p) == day).ToArray();
        if (publications.Length == 0)
        {
            return null;
        }

        var xml = Begin().Raw($"<urlset xmlns=\"{Namespace}\">\n");
        foreach (var publication in publications)
        {
            xml.Add($"<url><loc>{masthead.Root}{archive.PathOf(publication)}</loc><lastmod>{masthead.Words.Machine(Edition.At(publication, now).Modified)}</lastmod></url>\n");
        }

        return xml.Raw("</urlset>\n").ToString();
    }

    public static string News(Masthead masthead, NewsArchive archive, DateTimeOffset now)
    {
        var xml = Begin().Raw($"<urlset xmlns=\"{Namespace}\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n");
        foreach (var publication in archive.All.NewestAt(now).TakeWhile(p => p.Published > now - newsWindow).Where(p => p.Kind is not (PublicationKind.Advert or PublicationKind.Evergreen)))
        {
            xml.Add($"<url><loc>{masthead.Root}{archive.PathOf(publication)}</loc><news:news><news:publication><news:name>{masthead.Name}</news:name><news:language>{masthead.Words.Language}</news:language></news:publication><news:publication_date>{masthead.Words.Machine(publication.Published)}</news:publication_date><news:title>{Edition.At(publication, now).Title}</news:title></news:news></url>\n");
        }

        return xml.Raw("</urlset>\n").ToString();
    }

    private static Markup Begin() => new Markup().Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private static DateOnly DayOf(Masthead masthead, Publication publication) => DateOnly.FromDateTime(masthead.Words.Local(publication.Published).DateTime);
}
