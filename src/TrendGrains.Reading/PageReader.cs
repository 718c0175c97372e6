using TrendGrains.Abstractions.Items;
using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Entries;

namespace TrendGrains.Reading;

/// <summary>Page in, article out. Thread safe; reads nothing but the bytes it is given and never throws for a page's sake.</summary>
public sealed class PageReader(PageModels models)
{
    /// <summary>A reader that decides by rules alone.</summary>
    public PageReader()
        : this(PageModels.None)
    {
    }

    /// <summary>Largest body that is read, in bytes.</summary>
    public const int MaxBodyBytes = 10_000_000;

    /// <summary>
    /// Reads one page: HTML, XHTML, plain text, or a <see cref="FeedEntry"/> in JSON (<see cref="CrawledDocument.EntryMediaType"/>).
    /// One that cannot be read comes back with a <see cref="ReadPage.Problem"/> that says why.
    /// </summary>
    public ReadPage Read(RawPage page)
    {
        try
        {
            return Problem(page) is { } problem ? new ReadPage { Problem = problem } : ReadBody(page);
        }
        // A page is foreign input to a large parser: whatever it breaks must not take the batch with it.
        catch (Exception fault) when (fault is not (OutOfMemoryException or StackOverflowException))
        {
            return new ReadPage { Problem = ReadProblem.Parser(page, fault) };
        }
    }

    private static ReadProblem? Problem(RawPage page) => page switch
    {
        { Body.Length: 0 } => ReadProblem.Empty(page),
        { Body.Length: > MaxBodyBytes } => ReadProblem.TooLarge(page),
        { MediaType: not ("text/html" or "application/xhtml+xml" or "text/plain" or CrawledDocument.EntryMediaType or CrawledDocument.PostMediaType) } => ReadProblem.MediaType(page),
        _ => null,
    };

    private ReadPage ReadBody(RawPage page)
    {
        if (page.MediaType is CrawledDocument.EntryMediaType or CrawledDocument.PostMediaType)
        {
            return EntryReader.Read(page);
        }
        var text = BodyDecoder.Decode(page.Body.Span, page.Charset);
        if (BinaryContent.Is(text))
        {
            return new ReadPage { Problem = ReadProblem.NotText(page) };
        }
        return page.MediaType == "text/plain" ? PlainTextReader.Read(text) : HtmlReader.Read(page, text, models);
    }
}
