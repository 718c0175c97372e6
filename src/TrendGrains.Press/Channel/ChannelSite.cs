using TrendGrains.Press.Hosting;
using TrendGrains.Press.Pictures;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Channel;

/// <summary>A video channel shaped like YouTube's: an Atom feed, watch pages, thumbnails, and the clips themselves.</summary>
internal sealed class ChannelSite : ISite
{
    private readonly Videos videos;
    private readonly PictureDesk pictures;
    private readonly ChannelFeed feed;
    private readonly ChannelPages pages;
    private readonly FilmRoom clips = new();

    public ChannelSite(Outlet outlet, string root, IEnumerable<Publication> publications, PictureDesk pictures)
    {
        videos = new Videos(outlet, root, publications);
        feed = new ChannelFeed(videos);
        pages = new ChannelPages(videos);
        this.pictures = pictures;
    }

    public string[] PathsOf(Publication publication) => [videos.PathOf(publication), $"/shorts/{Videos.IdOf(publication)}", $"/clips/{Videos.IdOf(publication)}.avi"];

    public SourceNote[] Sources() => [new SourceNote(videos.Outlet.Slug, "feed", $"{videos.Root}/feeds/videos.xml?channel_id={videos.ChannelId}", FollowEntries: false)];

    public (string Path, string Kind)[] StandingPages() => [("/", "listing"), ($"/channel/{videos.ChannelId}", "listing")];

    public Answer Respond(SiteRequest request)
    {
        string[] parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] or ["channel", _] => Html(200, pages.Listing(request.Now)),
            ["robots.txt"] => Answer.Text(200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /search\n"),
            ["feeds", "videos.xml"] when request["channel_id"] == videos.ChannelId => Answer.Text(200, "text/xml; charset=UTF-8", feed.Write(request.Now)),
            ["watch"] when videos.Find(request["v"] ?? "", request.Now) is { } video => Html(200, pages.Watch(video, request.Now)),
            ["shorts", var id] when videos.Find(id, request.Now) is { } video => Answer.Redirect(videos.Root + videos.PathOf(video), 303),
            ["vi", var id, _] when videos.Find(id, request.Now) is { Picture: { } picture } => new Answer(200, "image/png", pictures.Png(picture)) { Tagged = true },
            ["clips", var file] when Clip(file, request.Now) is { } clip => new Answer(200, "video/x-msvideo", clip) { Tagged = true },
            _ => Html(404, pages.Missing()),
        };
    }

    private byte[]? Clip(string file, DateTimeOffset now) =>
        file.EndsWith(".avi", StringComparison.Ordinal) && videos.Find(file[..^4], now) is { } video ? clips.Avi(video) : null;

    private static Answer Html(int status, string html) => Answer.Text(status, "text/html; charset=utf-8", html);
}
