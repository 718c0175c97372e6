using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Newsroom;
using TrendGrains.Press.World.Script;
using TrendGrains.Press.World.Timing;

namespace TrendGrains.Press.World;

/// <summary>Makes worlds. The same arguments give the same world, byte for byte, on every machine.</summary>
public static class WorldBuilder
{
    private const ulong MapPart = 1;
    private const ulong StoryPart = 3;
    private const ulong FillerPart = 4;

    /// <summary>Share of what belongs to no story that is talk on a board, of a hundred.</summary>
    private const int Chat = 14;

    /// <param name="seed">1-99 for development, 100 and up for final scoring.</param>
    /// <param name="start">Nothing is published before.</param>
    /// <param name="length">Nothing is published after; a story that would last longer ends with it.</param>
    /// <param name="size">How many stories and publications a day, about.</param>
    public static PressWorld Build(int seed, DateTimeOffset start, TimeSpan length, WorldSize size)
    {
        var map = new Gazetteer(Chance.For((ulong)seed, MapPart, 0), size.Stories(length));
        var script = ScriptRoom.Write((ulong)seed, start, length, size, map);
        var run = new PressRun((ulong)seed);
        for (var i = 0; i < script.Length; i++)
        {
            new StoryCoverage(script[i], run, Chance.For((ulong)seed, StoryPart, (ulong)i)).Publish();
        }
        Fill((ulong)seed, start, length, size.Items(length) - run.Publications.Count, map, run);
        Publication[] publications = [.. run.Publications.OrderBy(p => p.Published).ThenBy(p => p.Id, StringComparer.Ordinal)];
        return new PressWorld(seed, start, length, Houses.Outlets, StoryTruth.Of(script, publications), publications);
    }

    private static void Fill(ulong seed, DateTimeOffset start, TimeSpan length, int count, Gazetteer map, PressRun run)
    {
        Tongue[] tongues = [Tongue.Korean, Tongue.English];
        var days = tongues.ToDictionary(t => t, t => new Timetable(start, length, t, _ => 1));
        var news = tongues.ToDictionary(t => t, t => Houses.News.Where(h => h.Tongue == t).ToArray());
        for (var i = 0; i < count; i++)
        {
            var chance = Chance.For(seed, FillerPart, (ulong)i);
            var tongue = chance.Of(tongues);
            var at = days[tongue].Moment(chance);
            run.Add(chance.Percent(Chat)
                ? ForumDesk.Chat(Houses.For(Houses.Boards, tongue, "society"), Casting.Of(StoryKinds.All[0], map, chance), at, chance, run.NextId())
                : FillerDesk.Write(chance.Of(news[tongue]), map, at, chance, run.NextId()));
        }
    }
}
