using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Language;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.Dates;

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

        var folder = PrivateFolders.Make();
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
            PrivateFolders.Remove(folder);
        }
    }

    private static ReadPage Read(RawPage page, Poppler poppler, string file)
    {
        var info = poppler.Facts(file);
        if (PdfVerdict.Of(info, page) is { } refused)
        {
            return Unread(refused);
        }

        var facts = PdfFacts.Of(info.Output.Span);
        if (facts.Pages == 0)
        {
            return Unread(ReadProblem.NoPages(page));
        }

        var layout = poppler.Layout(file, MostPages);
        var (pages, isCut) = BoxLayout.Read(layout.Output.Span);
        if (pages.TrueForAll(p => p.Lines.Count == 0))
        {
            return Unread(PdfVerdict.Of(layout, page) ?? ReadProblem.NoTextLayer(page, facts.Pages)) with { Title = facts.Title };
        }

        if (PdfVerdict.IsGarbled(pages))
        {
            return Unread(ReadProblem.NoUnicode(page)) with { Title = facts.Title };
        }

        RunningLines.Remove(pages);
        return Page(page, facts, PdfBlocks.Of(pages.ConvertAll(ProseColumns.Of))) with
        {
            Problem = isCut || facts.Pages > MostPages ? ReadProblem.PagesLeftOut(page, pages.Count, facts.Pages) : null,
        };
    }

    private static ReadPage Page(RawPage page, PdfFacts facts, List<PdfBlock> blocks)
    {
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        var headline = blocks.Where(b => b is { Page: 0, Kind: BlockKind.Heading } && b.Text.Length <= LongestTitle).MaxBy(b => b.Em);
        var title = facts.Title ?? headline?.Text;
        // As on an article's page, the heading that is the title is not text as well.
        blocks.RemoveAll(b => b.Page == 0 && b.Kind == BlockKind.Heading && b.Text.Equals(title, StringComparison.OrdinalIgnoreCase));
        var text = string.Join("\n\n", blocks.Select(b => b.Text));
        var prose = blocks.Where(b => b.Kind == BlockKind.Paragraph && b.Text.Length >= 80).Sum(b => b.Text.Length);
        var language = LanguageDetector.Detect(text.AsSpan(0, Math.Min(text.Length, LanguageSample)), out _);
        var dates = new PageDates(new PageUrls(page.Url, null), null, language, page.FetchedAt);
        var (published, modified) = (dates.Believable(facts.Created), dates.Believable(facts.Changed));
        foreach (var (field, origin, isThere) in new[]
        {
            ("title", facts.Title is null ? "pdf-text" : "pdf-info", title is not null), ("byline", "pdf-info", facts.Author is not null),
            ("published", "pdf-info", published is not null), ("modified", "pdf-info", modified is not null), ("language", "text", true),
            ("publishedZone", dates.ZoneReason(published.GetValueOrDefault()), published is not null), ("publishedTime", "none", published is { Time: null }),
            ("modifiedZone", dates.ZoneReason(modified.GetValueOrDefault()), modified is not null),
        })
        {
            if (isThere)
            {
                origins[field] = origin;
            }
        }

        // A notice or report tells something and says when; a form, a chart or a price list has no prose.
        var score = prose == 0 ? 0 : Math.Round(Math.Min(1.0, prose / (double)EnoughProse) * (published is null ? 0.4 : 0.7), 3);
        return new ReadPage
        {
            Title = title,
            Byline = facts.Author,
            Published = published is { } one ? dates.Resolve(one) : null,
            Modified = modified is { } other ? dates.Resolve(other) : null,
            Language = language,
            PageKind = PageKinds.Other,
            ArticleScore = score,
            IsArticle = score >= 0.5,
            Text = text,
            Blocks = [.. blocks.Select(Public)],
            Origins = origins,
        };
    }

    /// <summary>A PDF does not say how deep its headings and lists go, and the size of type is estimated too roughly to tell.</summary>
    private static PageBlock Public(PdfBlock block) => new(block.Kind.Name(), block.Text)
    {
        Level = block.Kind is BlockKind.Heading or BlockKind.ListItem ? 1 : null,
        Rows = block.Rows,
    };

    private static ReadPage Unread(ReadProblem problem) => new() { Problem = problem };
}
