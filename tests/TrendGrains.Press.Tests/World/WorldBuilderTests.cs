using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Tests.World;

public sealed class WorldBuilderTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan twoDays = TimeSpan.FromHours(48);
    private static readonly PressWorld world = Build(1);
    private static readonly Dictionary<string, string> languages = world.Outlets.ToDictionary(o => o.Slug, o => o.Language);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_seed_gives_the_same_world_byte_for_byte(int seed) => Assert.Equal(Hash(Build(seed)), Hash(Build(seed)));

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Another digit grouping, another minus sign, another upper case of i.
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR") { NumberFormat = { NumberGroupSeparator = "_", NegativeSign = "~" } };

            Assert.Equal(Hash(world), Hash(Build(1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_overlooked_is_grave()
    {
        var hidden = world.Stories.Where(s => s.Shape == StoryShape.Hidden).ToArray();

        Assert.NotEmpty(hidden);
        Assert.All(hidden, s => Assert.True(s.Severity >= 0.5));
        Assert.All(hidden, s => Assert.True(world.Publications.Count(p => p.Story == s.Id) < 25));
    }

    [Theory]
    [InlineData(StoryShape.Breaking)]
    [InlineData(StoryShape.Growing)]
    [InlineData(StoryShape.Returning)]
    [InlineData(StoryShape.Hidden)]
    public void Publications_follow_the_shape_of_their_story(StoryShape shape)
    {
        var thirds = new int[3];
        foreach (var built in new[] { world, Build(2), Build(3) })
        {
            foreach (var story in built.Stories.Where(s => s.Shape == shape))
            {
                foreach (var at in built.Publications.Where(p => p.Story == story.Id).Select(p => p.Published))
                {
                    thirds[Math.Min(2, (int)(3 * (at - story.Start) / (story.End - story.Start)))]++;
                }
            }
        }

        Assert.True(shape switch
        {
            StoryShape.Breaking => thirds[0] > 2 * thirds[2],
            StoryShape.Growing or StoryShape.Hidden => thirds[2] > 2 * thirds[0],
            _ => thirds[0] > 2 * thirds[1] && thirds[2] > 2 * thirds[1],
        }, $"{shape}: {string.Join(", ", thirds)}");
    }

    [Fact]
    public void Another_seed_gives_another_world() => Assert.NotEqual(Hash(Build(1)), Hash(Build(2)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_usual_world_has_the_usual_size(int seed)
    {
        var built = Build(seed);

        Assert.InRange(built.Stories.Length, 25, 40);
        Assert.InRange(built.Publications.Length, 900, 1500);
    }

    [Fact]
    public void Publications_come_in_order_under_ids_of_their_own_within_the_time_of_the_world()
    {
        var sorted = world.Publications.OrderBy(p => p.Published).ThenBy(p => p.Id, StringComparer.Ordinal);

        Assert.Equal(sorted, world.Publications);
        Assert.Equal(world.Publications.Length, world.Publications.Select(p => p.Id).Distinct().Count());
        Assert.All(world.Publications, p => Assert.InRange(p.Published, start, start + twoDays));
    }

    [Fact]
    public void The_truth_about_a_story_is_what_was_published()
    {
        Assert.All(world.Stories, s =>
        {
            var moments = world.Publications.Where(p => p.Story == s.Id).Select(p => p.Published).ToArray();

            Assert.True(moments.Length >= 3);
            Assert.Equal(moments.Min(), s.Start);
            Assert.Equal(moments.Max(), s.End);
            Assert.InRange(s.Peak, s.Start, s.End);
            var inPeak = moments.Count(m => (m - s.Peak).Duration() <= TimeSpan.FromMinutes(30));
            Assert.True(inPeak >= moments.GroupBy(m => (m - s.Start).Ticks / TimeSpan.TicksPerHour).Max(h => h.Count()));
        });
        Assert.All(world.Publications.Where(p => p.Kind is PublicationKind.Noise or PublicationKind.Advert or PublicationKind.Evergreen), p => Assert.Null(p.Story));
        Assert.All(world.Publications.Where(p => p.Story is not null), p => Assert.Contains(world.Stories, s => s.Id == p.Story));
    }

    [Fact]
    public void Every_kind_of_publication_and_every_shape_comes_up()
    {
        Assert.Equal(Enum.GetValues<PublicationKind>(), world.Publications.Select(p => p.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<StoryShape>(), world.Stories.Select(s => s.Shape).Distinct().Order());
        Assert.Contains(world.Publications, p => p.Edits.Length > 0 && p.Edits[0].Title != p.Title);
        Assert.Contains(world.Publications, p => p.Kind == PublicationKind.Post && p.Paragraphs.Length == 0 && p.LinksTo is not null);
    }

    [Fact]
    public void Stories_of_one_kind_overlap_in_time()
    {
        var twins = world.Stories.Where(a => world.Stories.Any(b => b.Id != a.Id && Kind(b) == Kind(a) && b.Start < a.End && a.Start < b.End));

        Assert.True(twins.Count() >= 4);

        // The picture's motif and the topic stand for the kind, which the world does not tell.
        string Kind(ScriptedStory s) => s.Topic + world.Publications.FirstOrDefault(p => p.Story == s.Id && p.Picture is not null)?.Picture!.Motif;
    }

    [Fact]
    public void Most_stories_are_told_in_both_languages_and_some_in_one()
    {
        var spoken = world.Stories.Select(s => world.Publications.Where(p => p.Story == s.Id).Select(p => languages[p.Outlet]).Distinct().Count()).ToArray();

        Assert.True(spoken.Count(n => n == 2) > world.Stories.Length / 2);
        Assert.Contains(1, spoken);
    }

    [Fact]
    public void Agency_copy_stands_under_three_mastheads_or_more_with_other_headlines()
    {
        var wires = world.Publications.Where(p => p.Kind == PublicationKind.Wire).GroupBy(p => (p.Story, p.Paragraphs[0])).ToArray();

        Assert.NotEmpty(wires);
        Assert.All(wires, w => Assert.True(w.Select(p => p.Outlet).Distinct().Count() >= 3));
        Assert.Contains(wires, w => w.Select(p => p.Title).Distinct().Count() > 1);
    }

    [Fact]
    public void A_post_links_only_to_what_was_published_before()
    {
        var byId = world.Publications.ToDictionary(p => p.Id);

        Assert.All(world.Publications.Where(p => p.LinksTo is not null), p =>
        {
            Assert.True(byId[p.LinksTo!].Published < p.Published);
            Assert.Equal(p.Story, byId[p.LinksTo!].Story);
        });
    }

    [Fact]
    public void Articles_have_the_length_of_articles()
    {
        var articles = world.Publications.Where(p => p.Kind is PublicationKind.Report or PublicationKind.Development).ToArray();

        Assert.All(articles, p => Assert.InRange(p.Paragraphs.Length, 4, 12));
        Assert.All(articles.Where(p => languages[p.Outlet] == "en"), p => Assert.InRange(p.Title.Split(' ').Length, 4, 18));
    }

    [Fact]
    public void The_press_is_large_enough_and_ailing_enough()
    {
        var news = world.Outlets.Where(o => o.Kind == OutletKind.News).ToArray();

        Assert.True(news.Count(o => o.Language == "ko") >= 4 && news.Count(o => o.Language == "en") >= 4);
        Assert.Contains(news, o => o.Latency > TimeSpan.Zero);
        Assert.Contains(news, o => o.FailureShare > 0);
        Assert.Contains(news, o => o.BrokenMarkup);
        Assert.Contains(news, o => o is { Charset: "euc-kr", Language: "ko" });
        Assert.Contains(world.Outlets, o => o.Kind == OutletKind.Forum);
        Assert.Equal(2, world.Outlets.Count(o => o.Kind == OutletKind.Channel));
    }

    [Fact]
    public void A_short_world_has_something_in_it()
    {
        var hour = WorldBuilder.Build(3, start, TimeSpan.FromHours(1), WorldSize.Usual);

        Assert.NotEmpty(hour.Stories);
        Assert.All(hour.Publications, p => Assert.InRange(p.Published, start, start + TimeSpan.FromHours(1)));
    }

    private static PressWorld Build(int seed) => WorldBuilder.Build(seed, start, twoDays, WorldSize.Usual);

    private static string Hash(PressWorld built) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(built)));
}
