using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>The pretend press' news sites of one world, its deep archive and its portal among them, as they stand at the world's end.</summary>
internal static class PressGraphs
{
    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan length = TimeSpan.FromDays(6);

    public static IReadOnlyList<(string Site, Func<SiteGraph> Graph)> Of(int seed)
    {
        var press = new Lazy<PressReader>(() => new PressReader(WorldBuilder.Build(seed, start, length, WorldSize.Usual).With(SiteShapes.Archive | SiteShapes.Portal)));
        return [.. Outlets.Select(outlet => (outlet, new Func<SiteGraph>(() => GraphFile.GetOrWalk($"{outlet} {seed}", () => Walk(press.Value, outlet, seed)))))];
    }

    /// <summary>Which sites there are is the same in every world.</summary>
    private static readonly string[] Outlets =
    [
        .. WorldBuilder.Build(1, start, TimeSpan.FromDays(1), WorldSize.Usual).With(SiteShapes.Archive | SiteShapes.Portal)
            .Outlets.Where(o => o.Kind is OutletKind.News or OutletKind.Archive or OutletKind.Portal).Select(o => o.Slug),
    ];

    private static SiteGraph Walk(PressReader press, string outlet, int seed)
    {
        var publications = press.World.Publications.ToDictionary(p => p.Id);
        var now = start + length;
        var language = press.World.Outlets.Single(o => o.Slug == outlet).Language;
        return GraphWalk.Walk($"{outlet} {seed}", language, press.AddressOf(outlet), now, url =>
        {
            var page = press.Read(url, now);
            var shown = page.Publication is { } id ? publications[id] : null;
            var isPage = page.Status == 200 && page.ContentType.StartsWith("text/html", StringComparison.Ordinal);
            return new SiteAnswer(
                isPage ? page.Body : null,
                page.ContentType.Split("charset=") is [_, var charset] ? charset : null,
                page.Location,
                page.Publication,
                shown is not null && shown.Kind != PublicationKind.Advert,
                shown?.Section);
        });
    }
}
