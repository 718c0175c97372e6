using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace TrendGrains.Reading.Markup;

/// <summary>Markup in, document out: no script runs, nothing is loaded, time and memory stay in proportion to the page.</summary>
internal static class HtmlSource
{
    private static readonly HtmlParserOptions options = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipRawText = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        MaximumDepth = 300,
    };

    /// <summary>Parses a page; <paramref name="isTruncated"/> when its end was left unread.</summary>
    public static IDocument Parse(string markup, out bool isTruncated)
    {
        var budget = new TokenBudget();
        var parser = new HtmlParser(options, BrowsingContext.New());
        var document = parser.ParseDocument<Document, Element>(new TextSource(new StringTextSource(markup)), budget.Consume);
        isTruncated = budget.IsSpent;
        return document;
    }
}
