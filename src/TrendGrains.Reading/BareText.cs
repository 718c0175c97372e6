using TrendGrains.Reading.Language;
using TrendGrains.Reading.Signals;
using TrendGrains.Text;

namespace TrendGrains.Reading;

/// <summary>A title and a text that somebody else took out of its page: an entry, a post, a line of a batch.</summary>
public static class BareText
{
    /// <param name="url">Where it stands, if that is known.</param>
    public static ReadPage Read(string? title, string? text, string? url, string? language = null)
    {
        var blocks = Paragraphs.Of(text ?? "");
        var folded = title is null ? null : TextNormalizer.Fold(title);
        var body = string.Join("\n\n", blocks);
        var page = new ReadPage
        {
            Title = folded is { Length: > 0 } ? folded : null,
            Text = body,
            Language = language ?? LanguageDetector.Detect($"{folded}\n{body}"),
            PageKind = PageKinds.Article,
        };
        return TextSignals.Complete(page, url, isEntry: true);
    }
}
