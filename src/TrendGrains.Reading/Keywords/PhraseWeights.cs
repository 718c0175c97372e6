namespace TrendGrains.Reading.Keywords;

/// <summary>How much each kind of evidence counts; set on the tags of WCXB's development pages but for the third of the sites held out.</summary>
internal sealed record PhraseWeights
{
    public static PhraseWeights Usual { get; } = new();

    public double Often { get; init; } = 2.0;
    public double Rare { get; init; } = 1.0;
    public double Title { get; init; } = 1.9;
    public double Name { get; init; } = 1.6;
    public double Early { get; init; } = 0.14;
    public double Spread { get; init; } = 0.35;
    public double Phrase { get; init; } = 2.2;
    public double PerWord { get; init; } = 0.5;
    public double Together { get; init; } = 0.3;
    public double Absorbed { get; init; } = 0.3;
    public double Mixed { get; init; } = 0.4;
    public double Single { get; init; } = 0.75;
}
