using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Clustering;

/// <summary>Who spoke in a trend, and how lately. A source that goes on speaking is one voice, not many.</summary>
internal sealed class Voices
{
    /// <summary>Different sources that are told apart; a trend with more has long been everywhere.</summary>
    public const int Most = 1024;

    /// <summary>After so long in event time a source's last word counts half as much against its next.</summary>
    private static readonly TimeSpan halfLife = TimeSpan.FromHours(6);

    private readonly List<Voice> voices = [];

    public int Count => voices.Count;

    public IReadOnlyList<Voice> All => voices;

    /// <summary>How often the source spoke lately, decayed to <paramref name="time"/>, and counts this time too.</summary>
    public double Hear(uint source, DateTimeOffset time)
    {
        var at = voices.FindIndex(v => v.Source == source);
        if (at < 0)
        {
            if (voices.Count < Most)
            {
                voices.Add(new Voice(source, time, 1));
                return 0;
            }

            return 1;
        }

        var voice = voices[at];
        var (late, gap) = time < voice.Last ? (true, voice.Last - time) : (false, time - voice.Last);
        var decay = StableMath.Exp2(-(gap / halfLife));
        var spoken = voice.Spoken * decay;
        voices[at] = late ? voice with { Spoken = voice.Spoken + decay } : new Voice(source, time, spoken + 1);
        return spoken;
    }

    public bool Holds(uint source) => voices.Exists(v => v.Source == source);

    public void Restore(Voice voice) => voices.Add(voice);
}

/// <param name="Last">When it last spoke.</param>
/// <param name="Spoken">How often it had, decayed to then.</param>
internal readonly record struct Voice(uint Source, DateTimeOffset Last, double Spoken);
