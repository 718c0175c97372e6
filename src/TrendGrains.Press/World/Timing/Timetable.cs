using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Timing;

/// <summary>Draws moments from a weight over time, in steps of five minutes, quieter while the readers sleep.</summary>
internal sealed class Timetable
{
    private static readonly TimeSpan step = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan seoul = TimeSpan.FromHours(9);

    /// <summary>How busy a newsroom is by the hour of its day.</summary>
    private static readonly int[] rhythm = [3, 2, 2, 2, 3, 5, 8, 11, 13, 15, 16, 15, 12, 13, 15, 15, 15, 14, 12, 10, 9, 8, 6, 4];

    private readonly DateTimeOffset start;
    private readonly long[] sums;

    public Timetable(DateTimeOffset start, TimeSpan length, Tongue tongue, Func<int, int> weightAtPermille)
    {
        this.start = start;
        sums = new long[Math.Max(1, (int)(length / step))];
        var sum = 0L;
        for (var i = 0; i < sums.Length; i++)
        {
            var hour = (start + (step * i)).ToOffset(tongue == Tongue.Korean ? seoul : TimeSpan.Zero).Hour;
            sums[i] = sum += 1 + (weightAtPermille(i * 1000 / sums.Length) * rhythm[hour]);
        }
    }

    public DateTimeOffset Moment(Chance chance)
    {
        var wanted = (long)Math.BigMul(chance.Next(), (ulong)sums[^1], out _);
        var at = Array.BinarySearch(sums, wanted);
        // The first step whose sum lies above what is wanted.
        var index = at >= 0 ? at + 1 : ~at;
        return start + (step * Math.Min(index, sums.Length - 1)) + TimeSpan.FromSeconds(chance.Below((int)step.TotalSeconds));
    }
}
