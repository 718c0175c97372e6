namespace TrendGrains.Crawling.Policies;

/// <summary>A link in the bandit's pool: about 300 bytes beside the link's own strings.</summary>
internal sealed class Candidate(FrontierLink link, ushort[] features, double prior, CandidateGroup group)
{
    public FrontierLink Link => link;
    public ushort[] Features => features;

    /// <summary>Log odds of the static score.</summary>
    public double Prior => prior;

    public CandidateGroup Group => group;

    /// <summary>What the classifier said when it was last asked.</summary>
    public double Score { get; set; }
}
