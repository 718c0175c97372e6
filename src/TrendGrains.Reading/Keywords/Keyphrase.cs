namespace TrendGrains.Reading.Keywords;

/// <summary>A word or phrase that says what a text is about.</summary>
/// <param name="Term">As it stands in the text; a Korean noun without its particle.</param>
/// <param name="Weight">1 for the heaviest of the text, else in proportion.</param>
public sealed record Keyphrase(string Term, double Weight);
