namespace TrendGrains.Crawling.Policies;

/// <summary>A link in the bandit's pool: some 160 bytes beside the link's own strings.</summary>
internal sealed class Candidate(FrontierLink link, ushort[] features, double prior, CandidateGroup group)
{
    public FrontierLink Link => link;
    public ushort[] Features => features;

    /// <summary>What was held of it before anything was learned, as log odds.</summary>
    public double Prior => prior;

    public CandidateGroup Group => group;

    /// <summary>What the classifier said when it was last asked.</summary>
    public double Score { get; set; }
}
