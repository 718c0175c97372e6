namespace TrendGrains.Trends.Evaluation;

/// <summary>
/// BCubed: for each item, which share of its predicted cluster is of its gold cluster (precision), and which share of its gold cluster is
/// in its predicted one (recall), the item itself included; averaged over items. Bagga and Baldwin, Entity-based cross-document
/// coreferencing using the vector space model, 1998; why this one among the measures: Amigó et al., A comparison of extrinsic clustering
/// evaluation metrics based on formal constraints, 2009.
/// </summary>
/// <param name="Precision">0-1; falls when stories are mixed.</param>
/// <param name="Recall">0-1; falls when stories are torn.</param>
public sealed record BCubed(double Precision, double Recall)
{
    /// <summary>Harmonic mean of the two averages.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The same item stands at the same place in both lists; labels are compared by equality.</summary>
    /// <exception cref="ArgumentException">The lists are not of one length, or empty.</exception>
    public static BCubed Of<TGold, TPredicted>(IReadOnlyList<TGold> gold, IReadOnlyList<TPredicted> predicted)
        where TGold : notnull
        where TPredicted : notnull => Of(Contingency.Of(gold, predicted));

    internal static BCubed Of(Contingency table)
    {
        if (table.Items == 0)
        {
            throw new ArgumentException("There are no items to compare.", nameof(table));
        }

        var (precision, recall) = (0.0, 0.0);
        foreach (var (gold, predicted, items) in table.Cells)
        {
            var pairs = (double)items * items;
            precision += pairs / table.Predicted[predicted];
            recall += pairs / table.Gold[gold];
        }

        return new BCubed(precision / table.Items, recall / table.Items);
    }
}
