using TrendGrains.Reading.Pdf;

namespace TrendGrains.Reading;

/// <summary>Why a page was not read, or not read to its end.</summary>
/// <param name="Code">Short and stable: <c>media-type</c>, <c>too-large</c>, <c>empty</c>, <c>not-text</c>, <c>entry</c>, <c>truncated</c>, <c>parser</c>;
/// of a PDF: <c>no-poppler</c>, <c>encrypted</c>, <c>broken</c>, <c>no-pages</c>, <c>no-text-layer</c>, <c>no-unicode</c>, <c>too-slow</c>.</param>
/// <param name="Sentence">For a person: what is wrong with which page.</param>
/// <param name="IsUnreadable">True when nothing was read; false when the rest of the result holds what could be.</param>
public sealed record ReadProblem(string Code, string Sentence, bool IsUnreadable)
{
    internal static ReadProblem MediaType(RawPage page) =>
        new("media-type", $"{Name(page)} is {(page.MediaType.Length > 100 ? "of an unknown media type" : page.MediaType)}, which reading does not understand; it reads HTML, plain text, PDF and feed entries.", true);

    internal static ReadProblem TooLarge(RawPage page) =>
        new("too-large", $"{Name(page)} has {page.Body.Length} bytes; {(PdfReader.Is(page) ? "PDFs" : "pages")} over {PageReader.MostBytes(page)} bytes are not read.", true);

    internal static ReadProblem Empty(RawPage page) => new("empty", $"{Name(page)} has no content.", true);

    internal static ReadProblem NotText(RawPage page) => new("not-text", $"{Name(page)} calls itself {page.MediaType} but holds binary data.", true);

    internal static ReadProblem Entry(RawPage page, string why) => new("entry", $"{Name(page)} is no feed entry in JSON: {why}", true);

    internal static ReadProblem Truncated(RawPage page) => new("truncated", $"{Name(page)} has more elements than a page is read to; its end was left out.", false);

    internal static ReadProblem NoPoppler(RawPage page) =>
        Pdf("no-poppler", page, "reading PDFs needs pdftotext and pdfinfo, which no folder of PATH has; install poppler (apt-get install poppler-utils poppler-data)");

    internal static ReadProblem NoPages(RawPage page) => Pdf("no-pages", page, "it has no pages");

    internal static ReadProblem NoTextLayer(RawPage page, int pages) =>
        Pdf("no-text-layer", page, $"it has {pages} pages and not one word of text: scanned, or drawn; reading does not recognise letters in pictures");

    internal static ReadProblem NoUnicode(RawPage page) =>
        Pdf("no-unicode", page, "its fonts do not say which letters their glyphs stand for, so its text cannot be told");

    internal static ReadProblem PagesLeftOut(RawPage page, int read, int all) =>
        new("truncated", $"{Name(page)} was read to page {read} of {all}; its end was left out.", false);

    internal static ReadProblem Pdf(string code, RawPage page, string why) => new(code, $"{Name(page)} is a PDF that could not be read: {why}.", true);

    internal static ReadProblem Parser(RawPage page, Exception fault) =>
        new("parser", $"{Name(page)} could not be read: {fault.GetType().Name}: {fault.Message}", true);

    private static string Name(RawPage page) => page.Url ?? "The page";
}
