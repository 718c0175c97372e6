using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Links;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Media;
using TrendGrains.Text;

namespace TrendGrains.Reading.Entries;

/// <summary>HTML, or plain text, that is content from end to end.</summary>
internal sealed record Fragment(string Text, PageLink[] Links, PageMedia[] Media)
{
    private static readonly Fragment none = new("", [], []);

    public static Fragment Read(string? markup, PageUrls urls)
    {
        if (string.IsNullOrWhiteSpace(markup))
        {
            return none;
        }
        if (!markup.AsSpan().ContainsAny('<', '&'))
        {
            var paragraphs = markup.ReplaceLineEndings("\n").Split("\n\n").Select(p => TextNormalizer.Fold(p)).Where(p => p.Length > 0);
            return none with { Text = string.Join("\n\n", paragraphs) };
        }
        var document = HtmlSource.Parse(markup, out _);
        var nodes = PageTree.Of(document.Body ?? document.DocumentElement).Nodes;
        var text = string.Join("\n\n", BlockBuilder.Build(nodes).Select(b => b.Text));
        return new Fragment(text, LinkReader.Read(PageParts.Of(document).Anchors, nodes, urls), MediaReader.Read(nodes, _ => true, null, urls));
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
