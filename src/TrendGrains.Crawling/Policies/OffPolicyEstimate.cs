namespace TrendGrains.Crawling.Policies;

/// <summary>One logged choice, and how likely another policy would have made the same one.</summary>
/// <param name="Propensity">The chance that the logging policy told.</param>
/// <param name="Target">The chance of the same link under the policy that is judged, with the same pool and the same knowledge.</param>
public readonly record struct LoggedChoice(double Propensity, double Target, double Reward);

/// <summary>
/// What another policy would have been paid a choice, from the log of one that ran: self-normalised inverse propensity scoring (Swaminathan and
/// Joachims 2015). It judges single choices on the pools that were met; where those choices would have led the crawl it cannot say.
/// </summary>
/// <param name="Value">Mean reward a choice; null where the log says nothing of that policy.</param>
/// <param name="EffectiveChoices">How many evenly weighted choices the estimate is worth (Kish 1965).</param>
public sealed record OffPolicyEstimate(double? Value, double EffectiveChoices)
{
    /// <exception cref="ArgumentOutOfRangeException">A propensity is not above 0.</exception>
    public static OffPolicyEstimate Of(IEnumerable<LoggedChoice> log)
    {
        double weights = 0, squares = 0, sum = 0;
        foreach (var choice in log)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(choice.Propensity);
            var weight = choice.Target / choice.Propensity;
            (weights, squares, sum) = (weights + weight, squares + (weight * weight), sum + (weight * choice.Reward));
        }

        return weights > 0 ? new OffPolicyEstimate(sum / weights, weights * weights / squares) : new OffPolicyEstimate(null, 0);
    }
}
