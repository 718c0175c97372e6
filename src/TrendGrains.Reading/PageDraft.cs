using AngleSharp.Dom;
using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Kinds;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading;

/// <summary>A page before its content is chosen: parsed, its metadata read, cut into blocks, its kind told.</summary>
internal sealed class PageDraft
{
    private PageDraft(RawPage page, string markup, PageModels models)
    {
        Document = HtmlSource.Parse(markup, out var isTruncated);
        IsTruncated = isTruncated;
        Parts = PageParts.Of(Document);
        Urls = new PageUrls(page.Url ?? CanonicalAddress.Claimed(Parts), Parts.Base?.GetAttribute("href"));
        Tree = PageTree.Of(Document.Body ?? Document.DocumentElement);
        Blocks = BlockBuilder.Build(Tree.Nodes);
        Meta = MetadataReader.Read(Document, Parts, Tree, Blocks, Urls, page.FetchedAt);
        Kinds = PageKind.Of(Tree.Nodes, Blocks, Parts, Meta, Urls, models, out var signals);
        Signals = signals;
        if (Kind == PageKinds.Forum)
        {
            PastedLogs.Cut(Blocks);
        }
    }

    public IDocument Document { get; }

    public PageParts Parts { get; }

    public PageUrls Urls { get; }

    public PageMetadata Meta { get; }

    public PageTree Tree { get; }

    public List<Block> Blocks { get; }

    public KindScores Kinds { get; }

    public PageSignals Signals { get; }

    public string Kind => Kinds.Kind;

    public bool IsTruncated { get; }

    public static PageDraft Of(RawPage page, string markup, PageModels models) => new(page, markup, models);
}
