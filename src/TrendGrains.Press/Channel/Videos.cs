using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Channel;

/// <summary>A channel's clips, their ids and addresses, and how often they were seen by a moment.</summary>
internal sealed class Videos
{
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>A clip has been seen by 63 % of its viewers by then.</summary>
    private static readonly TimeSpan warmth = TimeSpan.FromHours(8);

    private readonly Dictionary<string, Publication> byId = [];

    public Videos(Outlet outlet, string root, IEnumerable<Publication> publications)
    {
        (Outlet, Root) = (outlet, root);
        ChannelId = $"UC{Hash.Code(outlet.Slug, IdLetters, 22)}";
        Clips = new Shelf(publications);
        foreach (var clip in Clips.All)
        {
            byId.Add(IdOf(clip), clip);
        }
    }

    public Outlet Outlet { get; }
    public string Root { get; }
    public string ChannelId { get; }
    public Shelf Clips { get; }

    /// <summary>Eleven characters, as YouTube's.</summary>
    public static string IdOf(Publication clip) => Hash.Code(clip.Id, IdLetters, 11);

    public string PathOf(Publication clip) => $"/watch?v={IdOf(clip)}";

    public Publication? Find(string id, DateTimeOffset now) => byId.GetValueOrDefault(id) is { } clip && clip.Published <= now ? clip : null;

    public static int ViewsAt(Publication clip, DateTimeOffset now) =>
        (int)Math.Round((clip.Reception?.Score ?? 0) * (1 - Math.Exp(-Math.Max(0, (now - clip.Published) / warmth))));
}
