namespace TrendGrains.Crawling.Policies;

/// <summary>
/// Online logistic regression over hashed features with a learning rate of its own for each weight (AdaGrad, Duchi et al. 2011), on top of
/// what <see cref="StaticScore"/> says. Gives the expected worth of a link, 0…1.
/// </summary>
internal sealed class LinkModel(BanditSettings settings)
{
    /// <summary>Of its saved form.</summary>
    public const int Bytes = LinkFeatures.Size * 2 * 2;

    /// <summary>Half precision ends at 65,504; a weight that has learned so often hardly moves.</summary>
    private const float LargestSquare = 60_000;

    private readonly float[] weights = new float[LinkFeatures.Size];
    private readonly float[] squares = new float[LinkFeatures.Size];

    public double Predict(double prior, ReadOnlySpan<ushort> features) => 1 / (1 + Math.Exp(-LogOdds(prior, features)));

    public void Learn(double prior, ReadOnlySpan<ushort> features, double target)
    {
        var error = (float)(Predict(prior, features) - target);
        foreach (var feature in features)
        {
            squares[feature] += error * error;
            weights[feature] -= (float)settings.Rate * error / MathF.Sqrt(squares[feature] + 0.05f);
        }
    }

    private double LogOdds(double prior, ReadOnlySpan<ushort> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            sum += weights[feature];
        }

        return prior + sum;
    }

    public void Write(BinaryWriter writer)
    {
        // Half precision keeps four decimal places of weights around 1.
        foreach (var weight in weights)
        {
            writer.Write((Half)weight);
        }

        foreach (var square in squares)
        {
            writer.Write((Half)Math.Min(square, LargestSquare));
        }
    }

    public void Read(BinaryReader reader)
    {
        foreach (ref var weight in weights.AsSpan())
        {
            weight = (float)reader.ReadHalf();
        }

        foreach (ref var square in squares.AsSpan())
        {
            square = (float)reader.ReadHalf();
        }
    }
}
