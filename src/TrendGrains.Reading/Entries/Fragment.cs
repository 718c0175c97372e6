using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Links;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Media;

namespace TrendGrains.Reading.Entries;

/// <summary>HTML, or plain text, that is content from end to end.</summary>
internal sealed record Fragment(string Text, PageBlock[] Blocks, PageLink[] Links, PageMedia[] Media)
{
    private static readonly Fragment none = new("", [], [], []);

    public static Fragment Read(string? markup, PageUrls urls)
    {
        if (string.IsNullOrWhiteSpace(markup))
        {
            return none;
        }
        if (!markup.AsSpan().ContainsAny('<', '&'))
        {
            var paragraphs = Paragraphs.Of(markup);
            return none with { Text = string.Join("\n\n", paragraphs), Blocks = [.. paragraphs.Select(p => new PageBlock("paragraph", p))] };
        }
        var document = HtmlSource.Parse(markup, out _);
        var nodes = PageTree.Of(document.Body ?? document.DocumentElement).Nodes;
        var blocks = BlockBuilder.Build(nodes).FindAll(b => !b.IsAside);
        return new Fragment(string.Join("\n\n", blocks.Select(b => b.Text)), BlockKinds.Public(nodes, blocks, urls), LinkReader.Read(PageParts.Of(document).Anchors, nodes, urls), MediaReader.Read(nodes, _ => true, null, urls));
    }

    /// <summary>A title's words: markup and character references taken out, "1 &lt; 2" left alone.</summary>
    public static string Inline(string title)
    {
        if (!title.AsSpan().ContainsAny('<', '&'))
        {
            return title;
        }
        var document = HtmlSource.Parse(title, out _);
        return document.Body?.TextContent ?? title;
    }
}
