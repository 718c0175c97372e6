using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Language;

namespace TrendGrains.Reading.Pdf;

/// <summary>
/// Reads the text layer of a PDF through poppler's pdfinfo and pdftotext. The file they read is a private one that is gone when they end.
/// </summary>
internal static class PdfReader
{
    public const string MediaType = "application/pdf";

    /// <summary>What comes after these pages is left out.</summary>
    public const int MostPages = 300;

    private const int LanguageSample = 4000;
    private const int LongestTitle = 300;
    private const int EnoughProse = 400;

    /// <summary>A server's word for it, or the signature that every PDF begins with.</summary>
    public static bool Is(RawPage page) => page.MediaType == MediaType || page.Body.Span.StartsWith("%PDF-"u8);

    public static ReadPage Read(RawPage page, Poppler poppler)
    {
        if (!poppler.IsThere)
        {
            return Unread(ReadProblem.NoPoppler(page));
        }

        var folder = Directory.CreateTempSubdirectory("trendgrains-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.pdf");
            using (var stream = File.Create(file))
            {
                stream.Write(page.Body.Span);
            }

            return Read(page, poppler, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ReadPage Read(RawPage page, Poppler poppler, string file)
    {
        var info = poppler.Facts(file);
        if (PdfVerdict.Of(info, page) is { } refused)
        {
            return Unread(refused);
        }

        var facts = PdfFacts.Of(info.Output, page.FetchedAt);
        if (facts.Pages == 0)
        {
            return Unread(ReadProblem.NoPages(page));
        }

        var layout = poppler.Layout(file, MostPages);
        var (pages, isCut) = BoxLayout.Read(layout.Output);
        if (pages.TrueForAll(p => p.Lines.Count == 0))
        {
            return Unread(PdfVerdict.Of(layout, page) ?? ReadProblem.NoTextLayer(page, facts.Pages)) with { Title = facts.Title };
        }

        if (PdfVerdict.IsGarbled(pages))
        {
            return Unread(ReadProblem.NoUnicode(page)) with { Title = facts.Title };
        }

        RunningLines.Remove(pages);
        return Page(facts, PdfBlocks.Of(pages.ConvertAll(ProseColumns.Of))) with
        {
            Problem = isCut || facts.Pages > MostPages ? ReadProblem.PagesLeftOut(page, pages.Count, facts.Pages) : null,
        };
    }

    private static ReadPage Page(PdfFacts facts, List<PdfBlock> blocks)
    {
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        var headline = blocks.Where(b => b is { Page: 0, Kind: BlockKind.Heading } && b.Text.Length <= LongestTitle).MaxBy(b => b.Em);
        var title = facts.Title ?? headline?.Text;
        // As on an article's page, the heading that is the title is not text as well.
        blocks.RemoveAll(b => b.Page == 0 && b.Kind == BlockKind.Heading && b.Text.Equals(title, StringComparison.OrdinalIgnoreCase));
        var text = string.Join("\n\n", blocks.Select(b => b.Text));
        var prose = blocks.Where(b => b.Kind == BlockKind.Paragraph && b.Text.Length >= 80).Sum(b => b.Text.Length);
        foreach (var (field, origin, isThere) in new[]
        {
            ("title", facts.Title is null ? "pdf-text" : "pdf-info", title is not null), ("byline", "pdf-info", facts.Author is not null),
            ("published", "pdf-info", facts.Created is not null), ("modified", "pdf-info", facts.Changed is not null), ("language", "text", true),
        })
        {
            if (isThere)
            {
                origins[field] = origin;
            }
        }

        // A notice or report tells something and says when; a form, a chart or a price list has no prose.
        var score = prose == 0 ? 0 : Math.Round(Math.Min(1.0, prose / (double)EnoughProse) * (facts.Created is null ? 0.4 : 0.7), 3);
        return new ReadPage
        {
            Title = title,
            Byline = facts.Author,
            Published = facts.Created,
            Modified = facts.Changed,
            Language = LanguageDetector.Detect(text.AsSpan(0, Math.Min(text.Length, LanguageSample)), out _),
            PageKind = PageKinds.Other,
            ArticleScore = score,
            IsArticle = score >= 0.5,
            Text = text,
            Blocks = [.. blocks.Select(b => new PageBlock(b.Kind.Name(), b.Text))],
            Origins = origins,
        };
    }

    private static ReadPage Unread(ReadProblem problem) => new() { Problem = problem };
}
