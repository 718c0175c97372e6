using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Language;
using TrendGrains.Reading.Links;
using TrendGrains.Reading.Media;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading;

/// <summary>Reads one HTML page: parse, metadata, kind, content, language.</summary>
internal static class HtmlReader
{
    private const double ArticleThreshold = 0.5;

    public static ReadPage Read(RawPage page, string markup, PageModels models)
    {
        var draft = PageDraft.Of(page, markup, models);
        var nodes = draft.Tree.Nodes;
        var (blocks, meta, urls, parts, kind) = (draft.Blocks, draft.Meta, draft.Urls, draft.Parts, draft.Kind);
        var content = ContentChoice.Of(draft, models);
        content = EmbeddedText.Or(content, blocks, parts, markup);
        if (kind == PageKinds.Article)
        {
            ArticleEdges.Trim(content, meta);
        }
        var text = string.Join("\n\n", content.Select(b => b.Text));
        var language = PageLanguage.Of(text, meta);
        if (language == "ko" && kind != PageKinds.Forum)
        {
            KoreanBoilerLines.Trim(content, kind == PageKinds.Article);
            if (kind == PageKinds.Article)
            {
                ArticleEdges.TrimTeasers(content);
            }
            text = string.Join("\n\n", content.Select(b => b.Text));
        }
        var (first, last) = content.Count > 0 ? (content[0].Node, content[^1].Node) : (0, 0);
        // The picture between headline and text belongs to it.
        first = meta.HeadlineNode > 0 && meta.HeadlineNode < first ? meta.HeadlineNode : first;
        var media = MediaReader.Read(nodes, i => i >= first && i <= last, meta.LeadImage, urls, parts.Frames);
        LeadPicture.NameFirst(meta, media);
        return new ReadPage
        {
            Title = meta.Title,
            Byline = meta.Byline,
            Published = meta.Published,
            Modified = meta.Modified,
            Language = language,
            SiteName = meta.SiteName,
            CanonicalUrl = meta.CanonicalUrl,
            PageKind = kind,
            ArticleScore = text.Length == 0 ? 0 : draft.Kinds.Article,
            IsArticle = text.Length > 0 && draft.Kinds.Article >= ArticleThreshold,
            Text = text,
            Blocks = BlockKinds.Public(nodes, content, urls),
            Links = FrameLinks.Before(parts.Frames, text.Length, urls, LinkReader.Read(parts.Anchors, nodes, urls)),
            Feeds = FeedLinks.Read(parts.Links, urls),
            Media = media,
            Tags = meta.Tags,
            NoIndex = meta.NoIndex,
            NoFollow = meta.NoFollow,
            Origins = meta.Origins,
            KindScores = draft.Kinds.Each,
            Signals = draft.Signals,
            Problem = draft.IsTruncated ? ReadProblem.Truncated(page) : null,
        };
    }
}
