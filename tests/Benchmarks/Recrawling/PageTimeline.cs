namespace TrendGrains.Benchmarks.Recrawling;

/// <summary>A page that is watched: when it appears, when it changes, whose host it is. Days since the beginning.</summary>
/// <param name="Changes">In order, each after <paramref name="Appears"/>.</param>
/// <param name="Rate">Changes a day as they truly are: of a made-up page those that it was drawn with, else those that it had.</param>
/// <param name="Dated">The server tells when it last changed.</param>
internal sealed record PageTimeline(double Appears, double[] Changes, double Rate, double Importance, int Host, bool Dated)
{
    /// <summary>The first change after a moment; infinite when none follows.</summary>
    public double NextChange(double after) => After(after) is var next && next < Changes.Length ? Changes[next] : double.PositiveInfinity;

    /// <summary>The last change up to a moment that lies after another; null when there is none.</summary>
    public double? LastChange(double after, double until) => After(until) - 1 is var last && last >= 0 && Changes[last] > after ? Changes[last] : null;

    /// <summary>Index of the first change after a moment.</summary>
    private int After(double moment)
    {
        var at = Array.BinarySearch(Changes, moment);
        return at < 0 ? ~at : at + 1;
    }
}
