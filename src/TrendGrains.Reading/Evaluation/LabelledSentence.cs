namespace TrendGrains.Reading.Evaluation;

/// <summary>A text whose language is known.</summary>
public sealed record LabelledSentence(string Text, string Language)
{
    private const int Headline = 40;

    /// <summary>The beginning that is as long as a headline, cut between words where the writing has spaces.</summary>
    public string Beginning()
    {
        if (Text.Length <= Headline)
        {
            return Text;
        }
        var cut = Text.LastIndexOf(' ', Headline);
        return Text[..(cut > 0 ? cut : Headline)];
    }
}
