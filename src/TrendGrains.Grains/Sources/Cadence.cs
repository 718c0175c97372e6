using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Grains.Sources;

/// <summary>How soon a source is crawled again that was given no interval of its own: learned from what each crawl brought. Pure.</summary>
internal static class Cadence
{
    /// <summary>Before <see cref="SourceState.LastCrawl"/> is moved. The first crawl tells how much there is and one that failed tells nothing.</summary>
    public static void Learn(SourceState state, DateTimeOffset now)
    {
        if (state is { LastCrawl: { } last, ConsecutiveFailures: 0 })
        {
            (state.NewsShape, state.NewsDays) = SourceCadence.Polled(Belief(state), now - last, state.Counts.New + state.Counts.Changed);
        }
    }

    /// <summary>The definition with the interval that holds now.</summary>
    public static SourceDefinition Timed(SourceDefinition source, SourceState state) =>
        source.Interval > TimeSpan.Zero ? source : source with { Interval = SourceCadence.Next(Belief(state)) };

    private static ChangeRate Belief(SourceState state) => state.NewsDays > 0 ? new(state.NewsShape, state.NewsDays) : SourceCadence.Unknown;
}
