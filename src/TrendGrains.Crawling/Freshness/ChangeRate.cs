namespace TrendGrains.Crawling.Freshness;

/// <summary>
/// What is believed of how often a page changes: a gamma distribution over changes a day, with changes taken as a Poisson process. A visit
/// that finds a page unchanged, one that finds the date of the last change and a count of changes are conjugate and exact. A visit that finds
/// it changed tells only "at least once" (Cho and Garcia-Molina, "Estimating frequency of change", ACM TOIT 3(3), 2003): the exact posterior
/// is then the difference of two gammas, and the gamma with the same mean and variance takes its place.
/// </summary>
/// <param name="Shape">Above 0; grows by at most one with each change seen.</param>
/// <param name="Days">Above 0; grows with the time watched.</param>
public readonly record struct ChangeRate(double Shape, double Days)
{
    /// <summary>Before anything is known: half a change in two days, and hardly any certainty.</summary>
    public static ChangeRate Unknown { get; } = new(0.5, 2);

    /// <summary>A date of change this close to the visit is the server's clock and no date of change.</summary>
    private static readonly TimeSpan clockOfTheServer = TimeSpan.FromSeconds(2);

    /// <summary>Changes a day.</summary>
    public double Mean => Shape / Days;

    /// <summary>A visit found what the one before had found.</summary>
    public ChangeRate Unchanged(TimeSpan since) => new(Shape, Days + Watched(since));

    /// <summary>A visit found something else than the one before: at least one change in between.</summary>
    public ChangeRate Changed(TimeSpan since)
    {
        var watched = Watched(since);
        if (watched <= 0)
        {
            return this;
        }

        // Moments of p(r) ~ r^(a-1) e^(-br) (1 - e^(-rt)); shared is (b / (b + t))^a, taken as a power of what is left to stay exact for small t.
        var left = -Math.Log(1 + (watched / Days));
        var share0 = -ExpM1(Shape * left);
        var share1 = -ExpM1((Shape + 1) * left);
        var share2 = -ExpM1((Shape + 2) * left);
        var mean = Shape / Days * share1 / share0;
        var square = Shape * (Shape + 1) / (Days * Days) * share2 / share0;
        var variance = square - (mean * mean);
        return variance > 0 ? new(mean * mean / variance, mean / variance) : this;
    }

    /// <summary>A visit found a change and when the last one was: no other came after it. What lies before it is the visit's part.</summary>
    /// <param name="since">Since the visit before.</param>
    /// <param name="ago">Since the last change, as <c>Last-Modified</c> tells.</param>
    public ChangeRate ChangedAt(TimeSpan since, TimeSpan ago) =>
        ago <= clockOfTheServer || ago >= since ? Changed(since) : new(Shape + 1, Days + Watched(ago));

    /// <summary>So many changes were counted.</summary>
    public ChangeRate Counted(TimeSpan since, int changes) => new(Shape + changes, Days + Watched(since));

    /// <summary>One possible rate, more often a likely one (Thompson sampling).</summary>
    public double Draw(Random chance) => GammaDraw.Of(Shape, chance) / Days;

    private static double Watched(TimeSpan since) => Math.Max(0, since.TotalDays);

    /// <summary>e^x - 1, exact near 0.</summary>
    private static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;
}
