namespace TrendGrains.Inference.Versions;

/// <summary>Whether a version fails so often that it must go: a decision, and no more.</summary>
/// <param name="Least">Items below which nothing is decided.</param>
/// <param name="Rate">The part of items that may fail.</param>
internal sealed record RollbackRule(int Least, double Rate)
{
    /// <param name="beside">What the live version shows of the same time where a trial is judged: items that fail either way tell nothing.</param>
    public bool IsBad((int Items, int Failed) version, (int Items, int Failed) beside = default) =>
        version.Items >= Least && version.Failed >= version.Items * Math.Max(Rate, beside.Items == 0 ? 0 : 2.0 * beside.Failed / beside.Items);
}
