using System.Net;
using System.Text;
using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Evaluation;

/// <summary>What training learns a page's decisions from: its signals but those that a model gives, and its words.</summary>
/// <param name="Words">Bucket and weight, see the words' table.</param>
public sealed record SignalRow(PageSignals Signals, IReadOnlyList<(int Bucket, float Weight)> Words)
{
    private const int LeadParagraphs = 3;

    private static readonly PageReader reader = new();

    public static SignalRow Of(RawPage page)
    {
        var draft = Draft(page);
        return new SignalRow(reader.Read(page).Signals ?? draft.Signals, WordsOf(draft, draft.Urls));
    }

    /// <summary>The same page as a file that names no address of its own.</summary>
    public static SignalRow WithoutAddress(RawPage page)
    {
        var draft = Draft(page);
        draft.Meta.CanonicalUrl = null;
        var nowhere = new PageUrls(null, null);
        return new SignalRow(PageSignals.Of(draft.Tree.Nodes, draft.Blocks, draft.Parts, draft.Meta, nowhere), WordsOf(draft, nowhere));
    }

    /// <summary>The page's text alone, as a file of a heading and paragraphs: all of it, or the first three paragraphs.</summary>
    public static SignalRow OfText(string? title, string text, bool isLead)
    {
        var html = new StringBuilder("<html><body>");
        html.Append(string.IsNullOrEmpty(title) ? "" : $"<h1>{WebUtility.HtmlEncode(title)}</h1>");
        var paragraphs = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var paragraph in isLead ? paragraphs.Take(LeadParagraphs) : paragraphs)
        {
            html.Append($"<p>{WebUtility.HtmlEncode(paragraph)}</p>");
        }
        var draft = Draft(new RawPage(null, "text/html", "utf-8", Encoding.UTF8.GetBytes(html.ToString()), null));
        return new SignalRow(draft.Signals, WordsOf(draft, draft.Urls));
    }

    private static PageDraft Draft(RawPage page) => PageDraft.Of(page, BodyDecoder.Decode(page.Body.Span, page.Charset), PageModels.None);

    private static IReadOnlyList<(int Bucket, float Weight)> WordsOf(PageDraft draft, PageUrls urls) =>
        PageWords.Of(draft.Tree.Nodes, draft.Blocks, draft.Parts, draft.Meta, urls);
}
