using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Newsroom;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.World;

/// <summary>The truth about each story, counted from what was really published.</summary>
internal static class StoryTruth
{
    /// <param name="publications">In order of time.</param>
    public static ScriptedStory[] Of(StoryScript[] script, Publication[] publications)
    {
        var moments = publications.Where(p => p.Story is not null).ToLookup(p => p.Story!, p => p.Published);
        return [.. script.Select(s => Of(s, [.. moments[s.Id]])).OrderBy(s => s.Start).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static ScriptedStory Of(StoryScript story, DateTimeOffset[] moments)
    {
        var gist = new Telling(story.Cast, new HouseStyle(Tongue.English), 0, moments[0], new Chance(0)).Headline(story.Kind.Gist);
        return new ScriptedStory(story.Id, story.Kind.Topic, story.Severity / 100.0, story.Shape, moments[0], Peak(moments), moments[^1], gist);
    }

    /// <summary>Middle of the hour, counted from the first publication, with most of them; the first of equals, never after the last.</summary>
    private static DateTimeOffset Peak(DateTimeOffset[] moments)
    {
        var busiest = moments.GroupBy(m => (m - moments[0]).Ticks / TimeSpan.TicksPerHour).MaxBy(h => h.Count())!.Key;
        var middle = moments[0] + TimeSpan.FromTicks((busiest * TimeSpan.TicksPerHour) + (TimeSpan.TicksPerHour / 2));
        return middle < moments[^1] ? middle : moments[^1];
    }
}
