using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Newsroom;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.Tests.World.Script;

public sealed class StoryKindsTests
{
    private static readonly Tongue[] tongues = [Tongue.Korean, Tongue.English];

    public static TheoryData<string> Stories => [.. StoryKinds.For(KindUse.Story).Select(k => k.Name)];

    public static TheoryData<string> Everything => [.. StoryKinds.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Tells_every_phase_in_both_languages(string name)
    {
        var kind = StoryKinds.All.Single(k => k.Name == name);
        var missing =
            from tongue in tongues
            from phase in Enumerable.Range(0, kind.Phases)
            from role in new[] { LineRole.Title, LineRole.Lead, LineRole.Fact }
            where kind.Lines(tongue, phase, role).Length == 0
            select (tongue, phase, role);
        var always =
            from tongue in tongues
            from role in new[] { LineRole.OpinionTitle, LineRole.Argument, LineRole.PostTitle, LineRole.ClipTitle, LineRole.Background }
            where kind.Lines(tongue, StoryKind.Always, role).Length == 0
            select (tongue, StoryKind.Always, role);

        Assert.True(kind.Phases >= 2);
        Assert.Empty(missing.Concat(always));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Fills_every_slot_of_every_line(string name)
    {
        var kind = StoryKinds.All.Single(k => k.Name == name);
        var cast = Casting.Of(kind, new Gazetteer(new Chance(1), 8), new Chance(2));
        var wrong =
            from tongue in tongues
            from phase in Enumerable.Range(StoryKind.Always, kind.Phases + 1)
            from line in Enum.GetValues<LineRole>().SelectMany(r => kind.Lines(tongue, phase, r))
            // Each choice comes up in some of these.
            from i in Enumerable.Range(0, 12)
            let text = new Telling(cast, new HouseStyle(tongue) { Habit = i }, Math.Max(0, phase), DateTimeOffset.UnixEpoch, new Chance((ulong)i)).Sentence(line)
            where text.AsSpan().IndexOfAny("{}<>|~_") >= 0 || text.Contains("  ", StringComparison.Ordinal) || text.Trim() != text || text.Length == 0
            select text;

        Assert.Empty(wrong);
    }

    [Fact]
    public void There_are_thirty_kinds_or_more_over_all_nine_topics()
    {
        var stories = StoryKinds.For(KindUse.Story);
        string[] topics = ["culture-life", "economy", "entertainment", "it-science", "other", "politics", "society", "sports", "world"];

        Assert.True(stories.Length >= 30);
        Assert.Equal(topics, stories.Select(k => k.Topic).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(StoryKinds.All.Length, StoryKinds.All.Select(k => k.Name).Distinct().Count());
    }

    [Fact]
    public void Every_topic_has_voices_and_context_in_both_languages()
    {
        foreach (var kind in StoryKinds.All)
        {
            foreach (var tongue in tongues)
            {
                Assert.NotEmpty(Lexicon.Of(tongue).Set($"quote.{kind.Voices}"));
                Assert.NotEmpty(Lexicon.Of(tongue).Set($"context.{kind.Voices}"));
                Assert.NotEmpty(Lexicon.Of(tongue).Word($"topic.{kind.Topic}"));
            }
        }
    }
}
