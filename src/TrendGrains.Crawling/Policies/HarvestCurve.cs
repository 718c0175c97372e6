namespace TrendGrains.Crawling.Policies;

/// <summary>What one policy had found after each fetch.</summary>
/// <param name="Name">The policy's, as the legend shows it; the same name has the same colour in every panel.</param>
/// <param name="Found">Relevant pages (or their worth) after the first, second … fetch; never falls.</param>
public sealed record HarvestCurve(string Name, IReadOnlyList<double> Found)
{
    /// <summary>Lower and upper bounds, as long as <see cref="Found"/>: drawn as a band. Null for one run.</summary>
    public (IReadOnlyList<double> Low, IReadOnlyList<double> High)? Band { get; init; }
}

/// <summary>The curves of one site.</summary>
public sealed record HarvestPanel(string Title, IReadOnlyList<HarvestCurve> Curves);
