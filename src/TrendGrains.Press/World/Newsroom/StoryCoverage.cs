using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Script;
using TrendGrains.Press.World.Timing;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>Everything that is published about one story: who takes it up, when, and in which form.</summary>
internal sealed class StoryCoverage(StoryScript story, PressRun run, Chance chance)
{
    /// <summary>Within which all mastheads have printed what the agency sent.</summary>
    private static readonly TimeSpan printing = TimeSpan.FromMinutes(90);

    private readonly Dictionary<Tongue, Timetable> timetables = story.Tongues.ToDictionary(t => t,
        t => new Timetable(story.Start, story.Life, t, p => ShapeCurve.WeightAt(story.Shape, p)));

    private readonly Dictionary<Tongue, House[]> houses = story.Tongues.ToDictionary(t => t, t => Covering(story, t, chance));

    private readonly Headlines headlines = new();
    private readonly List<Publication> articles = [];

    public void Publish()
    {
        var first = story.Tongues[chance.Below(story.Tongues.Length)];
        Print(ArticleDesk.Report(story, chance.Of(houses[first]), headlines, story.Start, chance, run.NextId()));

        var left = story.Volume - 1;
        left -= Wires(left / 5);
        var (posts, clips, opinions) = Small ? (chance.Below(2), 0, 0) : (left * 20 / 100, left * 8 / 100, left * 8 / 100);
        for (var i = left - posts - clips - opinions; i > 0; i--)
        {
            var tongue = Tongue();
            Print(ArticleDesk.Report(story, chance.Of(houses[tongue]), headlines, timetables[tongue].Moment(chance), chance, run.NextId()));
        }
        for (var i = 0; i < opinions; i++)
        {
            var tongue = Tongue();
            var at = timetables[tongue].Moment(chance);
            var early = story.Start + (story.Life / 8);
            Print(ArticleDesk.Opinion(story, chance.Of(houses[tongue]), at < early ? early : at, chance, run.NextId()));
        }
        for (var i = 0; i < posts; i++)
        {
            Post(Tongue());
        }
        for (var i = 0; i < clips; i++)
        {
            var tongue = Tongue();
            run.Add(ClipDesk.Clip(story, Houses.For(Houses.Channels, tongue, story.Kind.Topic), timetables[tongue].Moment(chance), chance, run.NextId()));
        }
    }

    /// <summary>No agency writes about it before it has grown.</summary>
    private bool Unnoticed => story.Shape is StoryShape.Growing or StoryShape.Hidden;

    private bool Small => story.Shape == StoryShape.Small;

    private Tongue Tongue() => chance.Of(story.Tongues);

    private void Post(Tongue tongue)
    {
        var at = timetables[tongue].Moment(chance);
        var before = articles.Where(a => a.Published < at && Tongues.Of(Language(a)) == tongue).ToArray();
        var linked = before.Length > 0 ? chance.Of(before) : null;
        run.Add(ForumDesk.Post(story, Houses.For(Houses.Boards, tongue, story.Kind.Topic), linked, at, chance, run.NextId()));
    }

    /// <summary>Agency copy a phase and language, under three mastheads or more.</summary>
    private int Wires(int most)
    {
        var printed = 0;
        foreach (var tongue in story.Tongues)
        {
            for (var phase = Unnoticed ? 1 : 0; phase < story.Phases; phase++)
            {
                var mastheads = chance.Between(3, 4);
                var sent = story.Begins(phase) + TimeSpan.FromMinutes(chance.Between(10, 40));
                if (printed + mastheads > most || sent + printing > story.Start + story.Life || !chance.Percent(60))
                {
                    continue;
                }
                var copy = ArticleDesk.AgencyCopy(story, tongue, phase, sent, chance);
                foreach (var house in chance.Shuffled(Houses.News.Where(h => h.Tongue == tongue).ToArray()).Take(mastheads))
                {
                    var at = sent + TimeSpan.FromSeconds(chance.Below((int)printing.TotalSeconds));
                    Print(ArticleDesk.Wire(story, house, headlines, phase, copy, at, chance, run.NextId()));
                }
                printed += mastheads;
            }
        }
        return printed;
    }

    private void Print(Publication article)
    {
        articles.Add(article);
        run.Add(article);
    }

    private static string Language(Publication article) => Houses.News.First(h => h.Outlet.Slug == article.Outlet).Outlet.Language;

    /// <summary>All take up what is large; the small and the overlooked stay with one or two.</summary>
    private static House[] Covering(StoryScript story, Tongue tongue, Chance chance)
    {
        var all = chance.Shuffled(Houses.News.Where(h => h.Tongue == tongue).ToArray());
        return story.Shape is StoryShape.Small or StoryShape.Hidden ? all[..2] : all[..chance.Between(4, all.Length)];
    }
}
