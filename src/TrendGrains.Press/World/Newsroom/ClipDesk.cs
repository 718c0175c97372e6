using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>Short clips: a title, a line of description, and often the channel's own line below.</summary>
internal static class ClipDesk
{
    public static Publication Clip(StoryScript story, House channel, DateTimeOffset at, Chance chance, string id)
    {
        var telling = new Telling(story.Cast, channel.Style, story.PhaseAt(at), at, chance);
        return new Publication
        {
            Id = id,
            Outlet = channel.Outlet.Slug,
            Story = story.Id,
            Kind = PublicationKind.Clip,
            Published = at,
            Title = telling.Headline(chance.Of(story.Kind.Lines(channel.Tongue, StoryKind.Always, LineRole.ClipTitle))),
            Paragraphs =
            [
                telling.Sentence(chance.Of(story.Kind.Lines(channel.Tongue, telling.Phase, LineRole.Lead))),
                .. chance.Percent(50) ? [telling.Sentence(chance.Of(Lexicon.Of(channel.Tongue).Set("clip.foot")))] : Array.Empty<string>(),
            ],
            Byline = channel.Outlet.Name,
            Section = story.Kind.Topic,
            Picture = new Picture(story.Kind.Motif, chance.Below(1_000_000)),
            Reception = ForumDesk.Received(channel.Tongue, story.Kind.Topic, chance, telling, hot: 18),
            ClipSeconds = chance.Between(2, 8),
        };
    }
}
