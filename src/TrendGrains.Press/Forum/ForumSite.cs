using System.Text.Json.Nodes;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Forum;

/// <summary>A forum shaped like Reddit: JSON listings, comment trees, Atom, HTML pages, and a door for application tokens.</summary>
internal sealed class ForumSite : ISite
{
    private const string Json = "application/json; charset=UTF-8";
    private static readonly Dictionary<string, string> rateLimit = new()
    {
        ["x-ratelimit-used"] = "4", ["x-ratelimit-remaining"] = "996.0", ["x-ratelimit-reset"] = "300",
    };

    private readonly Board board;
    private readonly string root;
    private readonly ForumListing listings;
    private readonly ForumFeed feed;
    private readonly ForumPages pages;

    public ForumSite(Outlet outlet, IEnumerable<Publication> posts, AddressBook book)
    {
        board = new Board(outlet, posts);
        root = book.RootOf(outlet.Slug);
        var things = new ForumThings(board, root, book);
        listings = new ForumListing(board, things);
        feed = new ForumFeed(board, root, things);
        pages = new ForumPages(board, root, things);
    }

    public string[] PathsOf(Publication publication) =>
        [board.PathOf(publication), $"/r/{board.Name}/comments/{Board.IdOf(publication)}/", $"/comments/{Board.IdOf(publication)}/"];

    public SourceNote[] Sources() => [new SourceNote(board.Outlet.Slug, "feed", $"{root}/r/{board.Name}/new/.rss?limit=100", FollowEntries: false)];

    public (string Path, string Kind)[] StandingPages() => [("/", "listing"), ($"/r/{board.Name}/", "listing")];

    public Answer Respond(SiteRequest request)
    {
        if (request.Path == "/api/v1/access_token")
        {
            return Token(request);
        }

        if (request.Path == "/robots.txt")
        {
            return Answer.Text(200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /search\nAllow: /\n");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return Failure(405, "Method Not Allowed");
        }

        var path = request.Path;
        var json = path.EndsWith(".json", StringComparison.Ordinal) || request.Authorization.StartsWith("bearer ", StringComparison.OrdinalIgnoreCase);
        var atom = path.EndsWith(".rss", StringComparison.Ordinal);
        string[] parts = [.. path.Replace(".json", "", StringComparison.Ordinal).Replace(".rss", "", StringComparison.Ordinal).Split('/', StringSplitOptions.RemoveEmptyEntries)];
        return parts switch
        {
            [] => Listing(request, "hot", json, atom),
            ["new" or "hot" or "top" or "rising" or "best"] => Listing(request, parts[0], json, atom),
            ["comments", var id, ..] => Thread(request, id, json),
            ["r", var name, ..] when !IsHere(name) => Failure(404, "Not Found"),
            ["r", _] => Listing(request, "hot", json, atom),
            ["r", _, "new" or "hot" or "top" or "rising" or "best"] => Listing(request, parts[2], json, atom),
            ["r", _, "comments", var id, ..] => Thread(request, id, json),
            ["r", _, "about"] when json => Ok(listings.About(request.Now)),
            _ => Failure(404, "Not Found"),
        };
    }

    private bool IsHere(string name) => name == "all" || name.Split('+').Contains(board.Name, StringComparer.OrdinalIgnoreCase);

    private Answer Listing(SiteRequest request, string order, bool json, bool atom) =>
        json ? Ok(listings.Posts(request, order))
        : atom ? Answer.Text(200, "application/atom+xml; charset=UTF-8", feed.Write(request, order))
        : Answer.Text(200, "text/html; charset=UTF-8", pages.Listing(request, order));

    private Answer Thread(SiteRequest request, string id, bool json) => board.Find(id, request.Now) is not { } post ? Failure(404, "Not Found")
        : json ? Ok(listings.Thread(request, post))
        : Answer.Text(200, "text/html; charset=UTF-8", pages.Post(post, request.Now));

    /// <summary>OAuth 2.0 client credentials (RFC 6749, 4.4); any pair will do, but there must be one.</summary>
    private static Answer Token(SiteRequest request)
    {
        if (request.Method != "POST")
        {
            return Failure(405, "Method Not Allowed");
        }

        if (!request.Authorization.StartsWith("basic ", StringComparison.OrdinalIgnoreCase))
        {
            return Failure(401, "Unauthorized");
        }

        return Ok(new JsonObject
        {
            ["access_token"] = $"press-{Hash.Of(request.Authorization):x16}", ["token_type"] = "bearer", ["expires_in"] = 86400, ["scope"] = "*",
        });
    }

    private static Answer Ok(JsonNode node) => Send(200, node);

    private static Answer Failure(int status, string message) => Send(status, new JsonObject { ["message"] = message, ["error"] = status });

    private static Answer Send(int status, JsonNode node) =>
        new(status, Json, System.Text.Encoding.UTF8.GetBytes(node.ToJsonString(PressJson.Options))) { Headers = rateLimit };
}
