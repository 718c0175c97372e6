using System.Globalization;
using System.Text;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>
/// The pages of a pretend site: a tree whose every page links to its children, and short articles as leaves. The same number gives the
/// same page. Pure.
/// </summary>
/// <param name="Pages">Distinct pages of each site.</param>
/// <param name="Children">Links from a page to pages that no other names first.</param>
internal sealed record PretendWeb(int Pages, int Children)
{
    private const int Related = 6;

    private static readonly string[] glue = "the of and in to a for on with that by from at as was is were are it has had after before which their not more".Split(' ');

    private static readonly string[] words =
        ("harbour council budget school winter market bridge train doctor river signal garden office worker season tunnel record museum " +
         "ticket election storm factory village engine winner research teacher hospital summer police traffic energy station concert " +
         "library airport airline farmer minister reporter pilot captain border treaty battery satellite glacier orchestra festival " +
         "pension housing customs inflation harvest vaccine reactor archive stadium campus canal quarry lantern orchard workshop ferry " +
         "opened closed raised lowered promised refused expected delayed repaired measured counted bought sold planned doubled halved").Split(' ');

    private static readonly string[] starts = "Al Bel Cor Dan El Far Gar Hal Is Jor Kel Lor Mar Nor Or Pen Quin Ros Sel Tor Ul Ver Wil Yar Zel Bram Clar Dren Fal Gren Hol Kan".Split(' ');
    private static readonly string[] ends = "ton ford wick dale ham mere field stead gate moor burg haven bury worth cliff low minster port ridge shaw thorpe vale wood by den ley nes rod sund vik holm ing".Split(' ');

    /// <summary>The path of a page; <c>/</c> for the first.</summary>
    public string Path(int page) => page == 0 ? "/" : string.Create(
        CultureInfo.InvariantCulture, $"/{Word(page, 1)}/{page}-{Word(page, 2)}-{Word(page, 3)}-{Word(page, 4)}");

    /// <summary>Null where there is no such page.</summary>
    public string? Html(string path)
    {
        var page = Number(path);
        return page >= 0 && page < Pages && path == Path(page) ? Html(page) : null;
    }

    private string Html(int page)
    {
        var random = new Random(page);
        var html = new StringBuilder(6 * 1024);
        var title = Sentence(random, 8);
        var first = ((long)page * Children) + 1;
        var isLeaf = first >= Pages;
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(title)
            .Append("</title>\n<meta name=\"description\" content=\"").Append(Sentence(random, 16)).Append("\">").Append(isLeaf ? Published(page) : "").Append("\n<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n<header class=\"top\"><a class=\"logo\" href=\"/\">Front page</a>\n<nav><ul>\n");
        for (var i = 1; i <= Math.Min(5, Math.Min(Children, Pages - 1)); i++)
        {
            Link(html, i, "section");
        }

        html.Append("</ul></nav></header>\n<main>\n<article>\n<h1>").Append(title).Append("</h1>\n<p class=\"byline\">By ")
            .Append(Capital(Word(page, 5))).Append(' ').Append(Capital(Word(page, 6))).Append("</p>\n");
        for (var i = isLeaf ? 6 : 2; i > 0; i--)
        {
            html.Append("<p>").Append(Sentence(random, 22)).Append(' ').Append(Sentence(random, 18)).Append(' ').Append(Sentence(random, 25)).Append("</p>\n");
        }

        html.Append("</article>\n<section class=\"list\"><h2>").Append(isLeaf ? "Related" : "More stories").Append("</h2>\n<ul>\n");
        for (var child = first; child < first + Children && child < Pages; child++)
        {
            Link(html, (int)child, "story");
        }

        for (var i = 0; i < Related; i++)
        {
            Link(html, random.Next((int)Math.Min(Pages, first + Children)), "related");
        }

        return html.Append("</ul></section>\n</main>\n<footer><p>").Append(Sentence(random, 14)).Append("</p></footer>\n</body>\n</html>\n").ToString();
    }

    private void Link(StringBuilder html, int page, string style)
    {
        var random = new Random(page);
        html.Append("<li class=\"").Append(style).Append("\"><a href=\"").Append(Path(page)).Append("\">").Append(Sentence(random, 8)).Append("</a></li>\n");
    }

    private static int Number(string path)
    {
        if (path == "/")
        {
            return 0;
        }

        var start = path.LastIndexOf('/') + 1;
        var end = path.IndexOf('-', start);
        return end > start && int.TryParse(path.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : -1;
    }

    private static string Published(int page) => string.Create(
        CultureInfo.InvariantCulture, $"\n<meta property=\"og:type\" content=\"article\">\n<meta property=\"article:published_time\" content=\"{new DateTime(2026, 1, 1).AddMinutes(page % 100_000 * 3):yyyy-MM-ddTHH:mm}:00Z\">");

    private static string Sentence(Random random, int length)
    {
        var text = new StringBuilder(Name(random));
        for (var i = 1; i < length; i++)
        {
            var kind = random.Next(10);
            text.Append(' ').Append(kind < 4 ? glue[random.Next(glue.Length)] : kind < 8 ? words[random.Next(words.Length)] : Name(random));
        }

        return text.Append('.').ToString();
    }

    /// <summary>One of a thousand; the first ones often, as names in the news are.</summary>
    private static string Name(Random random) => starts[Often(random, starts.Length)] + ends[Often(random, ends.Length)];

    private static int Often(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 2));

    private static string Word(int page, int place) => words[(uint)((page * 2654435761L) >> (place * 4)) % (uint)words.Length];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
