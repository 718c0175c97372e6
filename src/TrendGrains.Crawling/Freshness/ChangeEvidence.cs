namespace TrendGrains.Crawling.Freshness;

/// <summary>What visits to one page told, without what was believed before: so that it stands when that prior is learned anew.</summary>
/// <param name="Shape">Changes seen, as far as visits can tell; those that are long past count less.</param>
/// <param name="Days">Days watched.</param>
public readonly record struct ChangeEvidence(double Shape, double Days)
{
    /// <summary>Beyond so many changes the old ones fade, so that a page whose habits change is believed in time.</summary>
    private const double MostShape = 60;

    /// <summary>A page that hardly changes is watched for this long before older days fade.</summary>
    private const double MostDays = 720;

    /// <summary>A share of the prior that no evidence takes away.</summary>
    private const double Floor = 0.5;

    public ChangeRate Under(ChangeRate prior) =>
        new(Math.Max(prior.Shape * Floor, prior.Shape + Shape), Math.Max(prior.Days * Floor, prior.Days + Days));

    /// <summary>The evidence that makes the one of the other.</summary>
    public static ChangeEvidence Of(ChangeRate posterior, ChangeRate prior)
    {
        var (shape, days) = (posterior.Shape - prior.Shape, posterior.Days - prior.Days);
        var fade = Math.Min(1, Math.Min(shape > MostShape ? MostShape / shape : 1, days > MostDays ? MostDays / days : 1));
        return new(shape * fade, days * fade);
    }
}
