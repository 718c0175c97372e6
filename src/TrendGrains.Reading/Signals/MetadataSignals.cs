using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Signals;

/// <summary>What a page says about itself.</summary>
internal static class MetadataSignals
{
    public static void Fill(PageSignals signals, PageMetadata meta, PageParts parts)
    {
        foreach (var type in meta.Types)
        {
            var signal = type switch
            {
                "newsarticle" or "reportagenewsarticle" or "analysisnewsarticle" or "opinionnewsarticle" or "backgroundnewsarticle" => Signal.LdNews,
                "article" or "blogposting" or "report" or "recipe" or "review" or "techarticle" or "scholarlyarticle" or "socialmediaposting" or "liveblogposting" => Signal.LdArticle,
                "discussionforumposting" or "qapage" or "question" => Signal.LdForum,
                "product" or "productgroup" or "individualproduct" => Signal.LdProduct,
                "offer" or "aggregateoffer" or "aggregaterating" => Signal.LdOffer,
                "collectionpage" or "itemlist" or "offercatalog" or "searchresultspage" or "blog" => Signal.LdCollection,
                "organization" or "corporation" or "localbusiness" or "service" or "professionalservice" => Signal.LdOrganization,
                "softwareapplication" or "webapplication" or "mobileapplication" => Signal.LdSoftware,
                "howto" or "faqpage" => Signal.LdHowTo,
                "webpage" or "website" or "aboutpage" or "contactpage" => Signal.LdWebPage,
                "breadcrumblist" => Signal.LdBreadcrumb,
                "advertisercontentarticle" => Signal.LdAdvertiser,
                _ => (Signal?)null,
            };
            if (signal is { } known)
            {
                signals[known] = 1;
            }
        }
        signals[Signal.LdCount] = meta.Types.Count;
        switch (meta.OpenGraphType)
        {
            case null:
                break;
            case "article" or "blog" or "og:article":
                signals[Signal.OgArticle] = 1;
                break;
            case "website":
                signals[Signal.OgWebsite] = 1;
                break;
            default:
                signals[meta.OpenGraphType.Contains("product", StringComparison.Ordinal) ? Signal.OgProduct : Signal.OgOther] = 1;
                break;
        }
        Generator(signals, meta.Generator);
        var published = meta.Origins.GetValueOrDefault("published");
        signals[Signal.PublishedDeclared] = published is "json-ld" or "og" or "meta" or "microdata" ? 1 : 0;
        signals[Signal.PublishedVisible] = published is not (null or "url") && signals[Signal.PublishedDeclared] == 0 ? 1 : 0;
        signals[Signal.PublishedInAddress] = published is "url" ? 1 : 0;
        signals[Signal.Modified] = meta.Modified is null ? 0 : 1;
        signals[Signal.BylineDeclared] = meta.Origins.GetValueOrDefault("byline") is "json-ld" or "meta" or "microdata" or "og" ? 1 : 0;
        signals[Signal.BylineVisible] = meta.Byline is not null && signals[Signal.BylineDeclared] == 0 ? 1 : 0;
        signals[Signal.TagCount] = meta.Tags.Length;
        Title(signals, meta.Title);
        signals[Signal.DescriptionLength] = meta.Description?.Length ?? 0;
        signals[Signal.H1Count] = parts.Headings.Count;
    }

    private static void Title(PageSignals signals, string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return;
        }
        signals[Signal.TitleWords] = title.Count(c => c == ' ') + 1;
        signals[Signal.TitleIsQuestion] = title.AsSpan().ContainsAny('?', '？') ? 1 : 0;
        signals[Signal.TitleStartsWithNumber] = char.IsAsciiDigit(title[0]) ? 1 : 0;
    }

    private static void Generator(PageSignals signals, string? generator)
    {
        if (generator is null)
        {
            return;
        }
        signals[Signal.GeneratorForum] = Has("discourse", "phpbb", "vbulletin", "xenforo", "mybb", "smf", "invision", "vanilla", "flarum", "nodebb");
        signals[Signal.GeneratorDocumentation] = Has("sphinx", "docusaurus", "mkdocs", "gitbook", "vitepress", "docfx", "javadoc", "doxygen", "mintlify", "starlight", "antora");
        signals[Signal.GeneratorShop] = Has("shopify", "woocommerce", "magento", "prestashop", "bigcommerce", "opencart", "cafe24");
        signals[Signal.GeneratorBlog] = Has("wordpress", "blogger", "ghost", "hugo", "jekyll", "hexo", "typepad", "movable type");

        double Has(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (generator.Contains(name, StringComparison.Ordinal))
                {
                    return 1;
                }
            }
            return 0;
        }
    }
}
