using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Feeds;

/// <param name="Url">Its own.</param>
/// <param name="Link">As the feed links to it.</param>
internal sealed record FeedEntry(Edition Edition, string Url, string Link, string? Picture)
{
    public Publication Publication => Edition.Publication;

    /// <summary>The whole text as HTML.</summary>
    public string Html()
    {
        var html = new Markup(2048);
        if (Picture is not null)
        {
            html.Add($"<p><img src=\"{Picture}\" alt=\"\"></p>");
        }

        foreach (var paragraph in Edition.Paragraphs)
        {
            html.Add($"<p>{paragraph}</p>");
        }

        return html.ToString();
    }
}
