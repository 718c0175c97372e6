namespace TrendGrains.Reading.Kinds;

/// <summary>How much a page looks like each kind: probabilities, in the order of <see cref="PageKinds.All"/>.</summary>
internal sealed record KindScores(float[] Each)
{
    /// <summary>The likeliest; of equals the first.</summary>
    public string Kind => PageKinds.All[Array.IndexOf(Each, Each.Max())];

    public double Article => Each[0];
}
