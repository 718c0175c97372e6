using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Kinds;
using TrendGrains.Reading.Language;
using TrendGrains.Reading.Links;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Media;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading;

/// <summary>Reads one HTML page: parse, metadata, kind, content, language.</summary>
internal static class HtmlReader
{
    private const double ArticleThreshold = 0.5;
    private const int LeastText = 250;

    public static ReadPage Read(RawPage page, string markup, PageModels models)
    {
        var document = HtmlSource.Parse(markup, out var isTruncated);
        var parts = PageParts.Of(document);
        var urls = new PageUrls(page.Url, parts.Base?.GetAttribute("href"));
        var tree = PageTree.Of(document.Body ?? document.DocumentElement);
        var nodes = tree.Nodes;
        var blocks = BlockBuilder.Build(nodes);
        var meta = MetadataReader.Read(document, parts, tree, blocks, urls, page.FetchedAt);
        var kinds = PageKind.Of(nodes, blocks, parts, meta, urls, models, out var signals);
        var (kind, articleScore) = (kinds.Kind, kinds.Article);
        var content = ContentExtractor.Extract(nodes, blocks, ExtractionRules.For(kind), meta.Title);
        if (Length(content) < LeastText && kind != PageKinds.Listing)
        {
            // Next to nothing is left where links are the content: a list of stories, a chart.
            var asListing = ContentExtractor.Extract(nodes, blocks, ExtractionRules.For(PageKinds.Listing), meta.Title);
            content = Length(asListing) > Length(content) * 2 ? asListing : content;
        }
        content = EmbeddedText.Or(content, blocks, parts, markup);
        var text = string.Join("\n\n", content.Select(b => b.Text));
        var (first, last) = content.Count > 0 ? (content[0].Node, content[^1].Node) : (0, 0);
        return new ReadPage
        {
            Title = meta.Title,
            Byline = meta.Byline,
            Published = meta.Published,
            Modified = meta.Modified,
            Language = PageLanguage.Of(text, meta),
            SiteName = meta.SiteName,
            CanonicalUrl = meta.CanonicalUrl,
            PageKind = kind,
            ArticleScore = text.Length == 0 ? 0 : articleScore,
            IsArticle = text.Length > 0 && articleScore >= ArticleThreshold,
            Text = text,
            Blocks = BlockKinds.Public(nodes, content, urls),
            Links = LinkReader.Read(parts.Anchors, nodes, urls),
            Feeds = FeedLinks.Read(parts.Links, urls),
            Media = MediaReader.Read(nodes, i => i >= first && i <= last, meta.LeadImage, urls),
            Tags = meta.Tags,
            NoIndex = meta.NoIndex,
            NoFollow = meta.NoFollow,
            Origins = meta.Origins,
            KindScores = kinds.Each,
            Signals = signals,
            Problem = isTruncated ? ReadProblem.Truncated(page) : null,
        };
    }

    private static int Length(List<Block> blocks)
    {
        var length = 0;
        foreach (var block in blocks)
        {
            length += block.Chars;
        }
        return length;
    }
}
