using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Forum;

/// <summary>A forum's posts, and how they stand at a moment: scores and comments grow.</summary>
internal sealed class Board
{
    private const string IdLetters = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>A post has earned 63 % of its score by then.</summary>
    private static readonly TimeSpan warmth = TimeSpan.FromHours(5);

    private readonly Dictionary<string, Publication> byId = [];

    public Board(Outlet outlet, IEnumerable<Publication> posts)
    {
        Outlet = outlet;
        Name = outlet.Slug.Replace('-', '_');
        Posts = new Shelf(posts);
        foreach (var post in Posts.All)
        {
            byId.Add(IdOf(post), post);
        }
    }

    public Outlet Outlet { get; }

    /// <summary>As in <c>/r/NAME</c>.</summary>
    public string Name { get; }

    public Shelf Posts { get; }

    /// <summary>Base 36, as Reddit's.</summary>
    public static string IdOf(Publication post) => $"1{Hash.Code(post.Id, IdLetters, 6, 3)}";

    public string PathOf(Publication post)
    {
        var slug = Slug.Of(post.Title).Replace('-', '_').TrimEnd('_');
        return $"/r/{Name}/comments/{IdOf(post)}/{(slug.Length > 0 ? slug : "post")}/";
    }

    public Publication? Find(string id, DateTimeOffset now) => byId.GetValueOrDefault(id) is { } post && post.Published <= now ? post : null;

    /// <summary>1, the author's own, and what readers gave so far.</summary>
    public static int ScoreAt(Publication post, DateTimeOffset now) => 1 + Grown(post.Reception?.Score ?? 0, now - post.Published);

    public static Comment[] CommentsAt(Publication post, DateTimeOffset now) => [.. (post.Reception?.Comments ?? []).Where(c => post.Published + c.After <= now)];

    public static int Grown(int final, TimeSpan age) => (int)Math.Round(final * (1 - Math.Exp(-Math.Max(0, age / warmth))));

    /// <summary><c>new</c>, <c>hot</c>, <c>rising</c> or <c>top</c>; ties by age.</summary>
    public IEnumerable<Publication> Sorted(string order, TimeSpan window, DateTimeOffset now)
    {
        var newest = Posts.NewestAt(now);
        return order switch
        {
            "hot" or "rising" or "best" => newest.OrderByDescending(p => Heat(p, now)),
            "top" => newest.Where(p => p.Published > now - window).OrderByDescending(p => ScoreAt(p, now)),
            _ => newest,
        };
    }

    /// <summary>Reddit's published "hot" rank: the logarithm of the score, and 12.5 hours are worth a factor of ten.</summary>
    private static double Heat(Publication post, DateTimeOffset now) =>
        Math.Log10(Math.Max(1, ScoreAt(post, now))) + (post.Published.ToUnixTimeSeconds() / 45_000.0);
}
