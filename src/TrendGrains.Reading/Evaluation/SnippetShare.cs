namespace TrendGrains.Reading.Evaluation;

/// <summary>WCXB's second measure: which of a page's wanted and unwanted snippets stand in the text.</summary>
public static class SnippetShare
{
    /// <summary>0…1, literal but for case; null where no snippet is asked for.</summary>
    public static double? Of(IReadOnlyCollection<string> snippets, string text) =>
        snippets.Count == 0 ? null : snippets.Average(s => text.Contains(s, StringComparison.OrdinalIgnoreCase) ? 1.0 : 0);
}
