using System.Globalization;

namespace TrendGrains.Benchmarks;

/// <summary>Which of the pretend press' worlds are scored: <c>--seeds 100-104</c> or <c>--seeds 1,3,7-9</c>.</summary>
internal static class Seeds
{
    private const string Argument = "--seeds";

    /// <summary>1-99 are for development, 100 and up for final scoring.</summary>
    public static int[] Scored { get; private set; } = [100, 101, 102, 103, 104];

    /// <summary>What settings are found on; never among the scored.</summary>
    public static int[] Development { get; } = [1, 2, 3, 4, 5];

    /// <summary>Takes the seeds out of the command line; returns what is left.</summary>
    /// <exception cref="FormatException">They are no numbers.</exception>
    public static string[] Take(string[] arguments)
    {
        var at = Array.IndexOf(arguments, Argument);
        if (at < 0)
        {
            return arguments;
        }

        Scored = at + 1 < arguments.Length ? [.. arguments[at + 1].Split(',').SelectMany(Range)] : throw new FormatException($"{Argument} needs numbers.");
        return [.. arguments[..at], .. arguments[(at + 2)..]];
    }

    private static IEnumerable<int> Range(string text)
    {
        var ends = Array.ConvertAll(text.Split('-'), t => int.Parse(t, NumberStyles.None, CultureInfo.InvariantCulture));
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
