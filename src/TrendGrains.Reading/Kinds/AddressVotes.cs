using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Kinds;

/// <summary>What the address of a page speaks for.</summary>
internal static partial class AddressVotes
{
    public static void Add(Span<double> votes, string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return;
        }
        var host = uri.Host.ToLowerInvariant();
        var path = uri.AbsolutePath.ToLowerInvariant();
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = segments.Length > 0 ? segments[^1] : "";
        votes[(int)Vote.Forum] += (ForumHost().IsMatch(host) ? 2.5 : 0) + (ForumPath().IsMatch(path) ? 2.5 : 0);
        votes[(int)Vote.Documentation] += (DocumentationHost().IsMatch(host) ? 2.5 : 0) + (DocumentationPath().IsMatch(path) ? 2.2 : 0);
        votes[(int)Vote.Product] += ProductPath().IsMatch(path) ? 3 : 0;
        votes[(int)Vote.Collection] += CollectionPath().IsMatch(path) ? 2.2 : 0;
        votes[(int)Vote.Listing] += ListingPath().IsMatch(path) ? 1.8 : 0;
        votes[(int)Vote.Service] += ServicePath().IsMatch(path) ? 2 : 0;
        votes[(int)Vote.Article] += ArticlePath().IsMatch(path) ? 1.2 : 0;
        votes[(int)Vote.Article] += last.Count(c => c == '-') >= 4 ? 1 : 0;
        if (segments.Length == 0)
        {
            votes[(int)Vote.Service] += 2;
            votes[(int)Vote.Listing] += 0.8;
        }
        else if (segments.Length == 1 && last.Count(c => c == '-') <= 2)
        {
            votes[(int)Vote.Service] += 1;
        }
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(^|\.)(forums?|community|communities|discuss|discourse|board|boards|talk|answers|ask|stackoverflow|superuser|serverfault|askubuntu|reddit|quora|stackexchange|news\.ycombinator)\.", Plain)]
    private static partial Regex ForumHost();

    [GeneratedRegex(@"/(forums?|threads?|topics?|questions|discussions?|community|viewtopic|showthread|comments|board|bbs|talk)[/.]|viewtopic|showthread|/t/[^/]+/\d+|/r/[^/]+/comments", Plain)]
    private static partial Regex ForumPath();

    [GeneratedRegex(@"(^|\.)(docs?|documentation|developers?|devdocs|learn|api|wiki|manual|readthedocs)\.|readthedocs|github\.io$", Plain)]
    private static partial Regex DocumentationHost();

    [GeneratedRegex(@"/(docs?|documentation|reference|api|manual|tutorials?|library|man\d?|wiki|handbook|getting-started|quickstart)(/|$|\.)", Plain)]
    private static partial Regex DocumentationPath();

    [GeneratedRegex(@"/(products?|p|dp|itm|pd|pdp|item|items|prd|sku|app|buy)/[^/]+|/[^/]+/p/?$|-p-?\d+|/prod\d+|\.p\.html|/pr/", Plain)]
    private static partial Regex ProductPath();

    [GeneratedRegex(@"/(collections?|category|categories|c|cat|shop|store|browse|plp|departments?|b|men|women|catalog)(/|$)|-c-?\d+|/products/?$", Plain)]
    private static partial Regex CollectionPath();

    [GeneratedRegex(@"/(tags?|topics?|categor(y|ies)|archives?|search|directory|listings?|jobs|events|resources|courses|authors?|newsroom)(/[^/]+)?/?$|/(blog|news|articles|stories|insights|podcasts?|videos|press|latest)/?$|/page/\d+", Plain)]
    private static partial Regex ListingPath();

    [GeneratedRegex(@"/(services?|solutions?|pricing|features?|platform|about|about-us|contact|company|enterprise|plans|industries|use-cases?|capabilities|practice-areas?|products?-?(overview)?)(/|$)", Plain)]
    private static partial Regex ServicePath();

    [GeneratedRegex(@"/(19|20)\d\d/|/(blog|news|articles?|story|stories|posts?|opinion|magazine|insights|guides?|recipes?|politics|business|sports?|world|health|culture|tech)/.+", Plain)]
    private static partial Regex ArticlePath();
}
