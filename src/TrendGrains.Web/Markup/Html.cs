using System.Text;

namespace TrendGrains.Web.Markup;

/// <summary>
/// HTML that is safe by construction: <c>Html.Of($"…")</c> takes the literal parts as markup and encodes every value put into it,
/// unless that is <see cref="Html"/> itself. There is no way to make one from a string that came from elsewhere.
/// </summary>
internal readonly struct Html
{
    private readonly string? markup;

    internal Html(string markup) => this.markup = markup;

    public static Html Empty => default;

    public static Html Of(HtmlWriter writer) => writer.ToHtml();

    public static Html All(IEnumerable<Html> parts)
    {
        var all = new StringBuilder();
        foreach (var part in parts)
        {
            all.Append(part.markup);
        }

        return new Html(all.ToString());
    }

    public override string ToString() => markup ?? "";
}
