using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>Posts of a board: bare links, people telling each other in their own words, and talk about nothing.</summary>
internal static class ForumDesk
{
    private const int MostComments = 9;

    /// <param name="linked">An article that stands already; null when there is none.</param>
    public static Publication Post(StoryScript story, House board, Publication? linked, DateTimeOffset at, Chance chance, string id)
    {
        var telling = new Telling(story.Cast, board.Style, story.PhaseAt(at), at, chance);
        var bare = linked is not null && chance.Percent(70);
        var title = bare && chance.Percent(55) ? linked!.Title : telling.Headline(chance.Of(story.Kind.Lines(board.Tongue, StoryKind.Always, LineRole.PostTitle)));
        return new Publication
        {
            Id = id,
            Outlet = board.Outlet.Slug,
            Story = story.Id,
            Kind = PublicationKind.Post,
            Published = at,
            Title = title,
            Paragraphs = bare ? [] : Self(story, telling),
            Byline = Handle(chance),
            Section = story.Kind.Topic,
            LinksTo = linked is not null && (bare || chance.Percent(40)) ? linked.Id : null,
            Reception = Received(board.Tongue, story.Kind.Topic, chance, telling, hot: 12),
        };
    }

    /// <summary>Talk that belongs to no story.</summary>
    public static Publication Chat(House board, Cast cast, DateTimeOffset at, Chance chance, string id)
    {
        var telling = new Telling(cast, board.Style, 0, at, chance);
        var lexicon = Lexicon.Of(board.Tongue);
        return new Publication
        {
            Id = id,
            Outlet = board.Outlet.Slug,
            Kind = PublicationKind.Post,
            Published = at,
            Title = telling.Headline(chance.Of(lexicon.Set("chat.title"))),
            Paragraphs = [.. chance.Shuffled(lexicon.Set("chat.body")).Take(chance.Between(0, 2)).Select(telling.Sentence)],
            Byline = Handle(chance),
            Section = "other",
            Reception = Received(board.Tongue, topic: null, chance, telling, hot: 8),
        };
    }

    /// <param name="topic">Null for talk that leaves everybody calm.</param>
    /// <param name="hot">Scores stay under two to this power.</param>
    public static Reception Received(Tongue tongue, string? topic, Chance chance, Telling telling, int hot)
    {
        var score = 1 << chance.Below(hot);
        var lexicon = Lexicon.Of(tongue);
        Template[] sayings = [.. lexicon.Set("comment"), .. topic is null ? [] : lexicon.Set($"comment.{Mood(topic)}")];
        var comments = chance.Shuffled(sayings).Take(Math.Min(MostComments, chance.Below(2 + (hot / 2))))
            .Select(said => new Comment(Handle(chance), TimeSpan.FromSeconds(chance.Between(60, 14_000)), telling.Sentence(said), chance.Below(1 + (score / 3))));
        return new Reception(score + chance.Below(score), [.. comments.ToArray().OrderBy(c => c.After)]);
    }

    public static string Handle(Chance chance) => $"{Names.Brand(chance).English.ToLowerInvariant()}_{chance.Between(2, 999)}";

    private static string[] Self(StoryScript story, Telling telling)
    {
        var lexicon = Lexicon.Of(telling.Tongue);
        var lines = story.Kind.Lines(telling.Tongue, telling.Phase, LineRole.Lead);
        return
        [
            telling.Sentence(telling.Chance.Of(lexicon.Set("post.open"))),
            telling.Sentence(telling.Chance.Of(lines)),
            telling.Sentence(telling.Chance.Of(lexicon.Set("post.close"))),
        ];
    }

    private static string Mood(string topic) => topic is "sports" or "entertainment" or "culture-life" ? "fans" : "worried";
}
