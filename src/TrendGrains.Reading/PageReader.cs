using TrendGrains.Abstractions.Items;
using TrendGrains.Reading.Decoding;
using TrendGrains.Reading.Entries;
using TrendGrains.Reading.Signals;
using TrendGrains.Reading.Pdf;

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

    /// <summary>Largest PDF that is read, in bytes: its pictures weigh most and are not looked at.</summary>
    public const int MaxPdfBytes = 50_000_000;

    /// <summary>The programs that read PDFs.</summary>
    internal Poppler Poppler { get; init; } = Poppler.OfPath;

    /// <summary>
    /// Reads one page: HTML, XHTML, plain text, PDF (also under another name), or a <see cref="FeedEntry"/> in JSON (<see cref="CrawledDocument.EntryMediaType"/>).
    /// One that cannot be read comes back with a <see cref="ReadPage.Problem"/> that says why.
    /// </summary>
    public ReadPage Read(RawPage page)
    {
        try
        {
            return Problem(page) is { } problem ? new ReadPage { Problem = problem } : ReadWhole(page);
        }
        // A page is foreign input to a large parser: whatever it breaks must not take the batch with it.
        catch (Exception fault) when (fault is not (OutOfMemoryException or StackOverflowException))
        {
            return new ReadPage { Problem = ReadProblem.Parser(page, fault) };
        }
    }

    internal static int MostBytes(RawPage page) => PdfReader.Is(page) ? MaxPdfBytes : MaxBodyBytes;

    private static ReadProblem? Problem(RawPage page) => page switch
    {
        { Body.Length: 0 } => ReadProblem.Empty(page),
        _ when page.Body.Length > MostBytes(page) => ReadProblem.TooLarge(page),
        _ when PdfReader.Is(page) => null,
        { MediaType: not ("text/html" or "application/xhtml+xml" or "text/plain" or CrawledDocument.EntryMediaType or CrawledDocument.PostMediaType) } => ReadProblem.MediaType(page),
        _ => null,
    };

    private ReadPage ReadWhole(RawPage page)
    {
        var read = ReadBody(page);
        return read.Problem is { IsUnreadable: true }
            ? read
            : TextSignals.Complete(read, page.Url, page.MediaType is CrawledDocument.EntryMediaType or CrawledDocument.PostMediaType);
    }

    private ReadPage ReadBody(RawPage page)
    {
        if (PdfReader.Is(page))
        {
            return PdfReader.Read(page, Poppler);
        }
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
