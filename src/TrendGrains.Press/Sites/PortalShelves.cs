using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>What stands in each of a portal's lists.</summary>
internal sealed class PortalShelves
{
    public const string Everything = "all";

    private readonly NewsArchive archive;
    private readonly Dictionary<string, Shelf> byAuthor;
    private readonly Dictionary<DateOnly, Shelf> byDay;

    public PortalShelves(NewsArchive archive)
    {
        this.archive = archive;
        byAuthor = archive.All.All.Where(p => p.Byline is not null).GroupBy(p => p.Byline!).ToDictionary(g => g.Key, g => new Shelf(g));
        byDay = archive.All.All.GroupBy(DayOf).ToDictionary(g => g.Key, g => new Shelf(g));
        Topics = [Everything, .. archive.Topics];
        Authors = [.. byAuthor.Keys.Order(StringComparer.Ordinal)];
        Days = [.. byDay.Keys.Order()];
        Tags = [.. archive.All.All.SelectMany(p => p.Tags).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>By time, by readers, by comments.</summary>
    public static string[] Orders { get; } = ["new", "read", "said"];

    public string[] Topics { get; }
    public string[] Authors { get; }
    public DateOnly[] Days { get; }
    public string[] Tags { get; }

    public Shelf? Section(string topic) => topic == Everything ? archive.All : archive.Section(topic);

    public Shelf? Tag(string tag) => archive.Tag(tag);

    public Shelf? Author(string name) => byAuthor.GetValueOrDefault(name);

    /// <summary>One day's, of one section or of all.</summary>
    public IEnumerable<Publication> Day(DateOnly day, string topic, DateTimeOffset now) =>
        byDay.TryGetValue(day, out var shelf) ? shelf.NewestAt(now).Where(p => topic == Everything || p.Section == topic) : [];

    /// <summary>How many read or answered a text does not change with time.</summary>
    public static IEnumerable<Publication> Sorted(Shelf shelf, string order, DateTimeOffset now) => order switch
    {
        "read" => shelf.NewestAt(now).OrderBy(p => Hash.Of(p.Id, 7)),
        "said" => shelf.NewestAt(now).OrderBy(p => Hash.Of(p.Id, 11)),
        _ => shelf.NewestAt(now),
    };

    public DateOnly DayOf(Publication publication) => DateOnly.FromDateTime(archive.Words.Local(publication.Published).DateTime);
}
