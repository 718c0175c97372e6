using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Kinds;

/// <summary>
/// A page's kind by rules: what its address, its metadata and its shape speak for, added up. The weights were set by hand on the
/// tuning part of WCXB; ties go to the kind that comes first.
/// </summary>
internal static class KindGuess
{
    public static KindScores Of(PageShape shape, PageMetadata meta, PageUrls urls)
    {
        Span<double> votes = stackalloc double[PageKinds.All.Count];
        AddressVotes.Add(votes, urls.Page ?? meta.CanonicalUrl);
        MetadataVotes(votes, meta);
        ShapeVotes(votes, shape);
        double sum = 0;
        foreach (var vote in votes)
        {
            sum += Math.Exp(vote);
        }
        var scores = new float[votes.Length];
        for (var i = 0; i < votes.Length; i++)
        {
            scores[i] = (float)(Math.Exp(votes[i]) / sum);
        }
        return new KindScores(scores);
    }

    private static void MetadataVotes(Span<double> votes, PageMetadata meta)
    {
        if (meta.Types.Any(t => t.EndsWith("article", StringComparison.Ordinal) || t is "blogposting" or "report" or "recipe" or "review"))
        {
            votes[(int)Vote.Article] += 2.5;
        }
        if (meta.Types.Any(t => t is "discussionforumposting" or "qapage"))
        {
            votes[(int)Vote.Forum] += 4;
        }
        if (meta.Types.Any(t => t is "product" or "productgroup" or "individualproduct"))
        {
            votes[(int)Vote.Product] += 3;
        }
        if (meta.Types.Any(t => t is "collectionpage" or "itemlist" or "offercatalog" or "searchresultspage"))
        {
            votes[(int)Vote.Collection] += 1.5;
            votes[(int)Vote.Listing] += 1;
        }
        if (meta.Types.Any(t => t is "service" or "localbusiness" or "softwareapplication" or "organization" or "corporation"))
        {
            votes[(int)Vote.Service] += 0.5;
        }
        switch (meta.OpenGraphType)
        {
            case "article" or "blog":
                votes[(int)Vote.Article] += 1.2;
                break;
            case "product" or "og:product" or "product.item":
                votes[(int)Vote.Product] += 2.5;
                break;
            case "product.group":
                votes[(int)Vote.Collection] += 3;
                break;
            case "website":
                votes[(int)Vote.Service] += 0.5;
                break;
        }
        if (meta.Origins.GetValueOrDefault("published") is "json-ld" or "og" or "meta" or "microdata")
        {
            votes[(int)Vote.Article] += 1;
        }
        if (meta.Byline is not null)
        {
            votes[(int)Vote.Article] += 0.7;
        }
        if (meta.Generator is { } generator)
        {
            if (Contains(generator, "discourse", "phpbb", "vbulletin", "xenforo", "mybb", "smf", "invision", "vanilla", "flarum", "nodebb"))
            {
                votes[(int)Vote.Forum] += 4;
            }
            if (Contains(generator, "sphinx", "docusaurus", "mkdocs", "gitbook", "vitepress", "docfx", "javadoc", "doxygen", "mintlify", "starlight", "antora"))
            {
                votes[(int)Vote.Documentation] += 3.5;
            }
        }
    }

    private static void ShapeVotes(Span<double> votes, PageShape shape)
    {
        votes[(int)Vote.Article] += shape.ParagraphChars switch { > 4000 => 1.5, > 1500 => 1, > 600 => 0.3, _ => -0.7 };
        votes[(int)Vote.Service] += shape.ParagraphChars < 4000 ? 0.5 : 0;
        votes[(int)Vote.Forum] += shape.Posts >= 3 ? 1 : 0;
        votes[(int)Vote.Documentation] += shape.CodeBlocks switch { >= 4 => 1.5, >= 1 => 0.7, _ => 0 };
        votes[(int)Vote.Collection] += shape.Prices switch { >= 12 => 2, >= 6 => 1, _ => 0 };
        votes[(int)Vote.Product] += shape.CartHints > 0 && shape.Prices is > 0 and < 12 ? 1 : 0;
        votes[(int)Vote.Article] -= shape.CartHints > 0 ? 0.5 : 0;
        votes[(int)Vote.Listing] += shape.LinkShare switch { > 0.6 => 2, > 0.45 => 1.2, _ => 0 };
        votes[(int)Vote.Service] -= shape.LinkShare > 0.45 ? 1 : 0;
        votes[(int)Vote.Article] -= shape.LinkShare > 0.45 ? 1 : 0;
    }

    private static bool Contains(string text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>The places of the kinds in a row of votes: <see cref="PageKinds.All"/>.</summary>
internal enum Vote
{
    Article,
    Service,
    Forum,
    Product,
    Collection,
    Listing,
    Documentation,
}
