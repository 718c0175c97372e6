namespace TrendGrains.Inference.Evaluation.Meaning;

/// <summary>One figure of a model that turns texts into vectors.</summary>
/// <param name="Measure"><see cref="Spearman"/>, <see cref="KoreanToEnglish"/>, <see cref="EnglishToKorean"/>, <see cref="SameStory"/> or <see cref="StoryPrecision"/>.</param>
/// <param name="Set">What it was measured on.</param>
/// <param name="Rows">Pairs or texts measured.</param>
/// <param name="Low">The lower end of the middle 95 % over a thousand resamples of the rows.</param>
/// <param name="High">The upper end.</param>
public sealed record MeaningFigure(string Measure, string Set, int Rows, double Value, double Low, double High)
{
    /// <summary>Spearman correlation of the pairs' cosines with what people said.</summary>
    public const string Spearman = "spearman";

    /// <summary>Share of Korean texts whose nearest English text is their translation.</summary>
    public const string KoreanToEnglish = "ko-en recall at 1";

    /// <summary>Share of English texts whose nearest Korean text is their translation.</summary>
    public const string EnglishToKorean = "en-ko recall at 1";

    /// <summary>Share of documents whose nearest other document tells the same story, among those whose story has another.</summary>
    public const string SameStory = "same story at 1";

    /// <summary>Mean average precision of the other documents of a document's story among all others.</summary>
    public const string StoryPrecision = "same story, mean average precision";
}
