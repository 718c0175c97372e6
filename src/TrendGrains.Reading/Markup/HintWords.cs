using System.Collections.Frozen;

namespace TrendGrains.Reading.Markup;

/// <summary>The words of classes and ids that publishers use for what is, and is not, the content.</summary>
internal static class HintWords
{
    public static readonly FrozenDictionary<string, Hint> Words = Table(
        (Hint.Navigation, "nav navbar navigation menu submenu megamenu topnav navmenu gnb lnb snb sitemap skiplink skiplinks subnav hamburger mega menus menubar mainmenu offcanvas"),
        (Hint.Header, "masthead topbar siteheader"),
        (Hint.Footer, "footer foot colophon sitefooter pagefooter footnav"),
        (Hint.Sidebar, "sidebar aside textwidget siderail sidenav rightcol leftcol"),
        (Hint.Comments, "comment comments disqus commentlist respond fbcomments hyvor livefyre commentarea cbox"),
        (Hint.Related, "related recommended recommendations recommendation recirc recirculation outbrain taboola readmore morefrom trending popular upnext nextprev crosssell upsell similar recirculate revcontent zergnet interlinking ymal"),
        (Hint.Share, "share sharing social whatsapp sharebar sharethis addthis addtoany sharedaddy socials shareblock sns followus"),
        (Hint.Advert, "ads advert advertisement adsbygoogle banner banners sponsor sponsored promo promos promotion dfp adslot adbox adunit adwrapper"),
        (Hint.Popup, "cookie gdpr consent privacy popup modal overlay lightbox toast onetrust cookiebar notice paywall interstitial tooltip offscreen flyout snackbar ccpa"),
        (Hint.Signup, "newsletter subscribe subscription signup optin mailchimp emailsignup subscribebox mailinglist"),
        (Hint.Byline, "byline author authors bio vcard authorbio postmeta entrymeta meta dateline timestamp avatar readtime signature userextras usertitle"),
        (Hint.Tags, "tags taglist tagcloud hashtags keywords"),
        (Hint.Breadcrumb, "breadcrumb breadcrumbs crumbs crumb"),
        (Hint.Paging, "pagination pager paginate paging pagenav pagenavi prevnext"),
        (Hint.Hidden, "noprint screenreader visuallyhidden clipped"),
        (Hint.Controls, "searchbox searchform toolbar login signin logout filters facets sort sorting sortby captcha dropdown actions"),
        (Hint.Legal, "copyright disclaimer legal copyrights"),
        (Hint.Reviews, "reviews"),
        (Hint.TableOfContents, "toc tableofcontents"),
        (Hint.Cart, "cart minicart addtocart buybox checkout wishlist"),
        (Hint.ArticleBody, "articlebody storybody postcontent entrycontent postbody articletext storytext bodytext newsbody articlecontent newsct"),
        (Hint.Content, "content main story"),
        (Hint.Post, "post message reply answer topic thread"),
        (Hint.Product, "product"),
        (Hint.Item, "card item tile teaser result listing entry"));

    public static readonly FrozenDictionary<string, Hint> Pairs = Table(
        (Hint.ArticleBody, "article-body article-content post-content post-body entry-content story-body story-content body-text article-text news-body content-body blog-content rich-text body-content article-main page-content news-content prose-content markdown-body article-view view-content blog-body single-content"),
        (Hint.Header, "site-header page-header global-header top-bar main-header header-container header-wrapper"),
        (Hint.Footer, "site-footer page-footer global-footer main-footer"),
        (Hint.Sidebar, "side-bar right-rail left-rail right-col left-col right-column left-column widget-area secondary-content right-sidebar left-sidebar side-column side-nav"),
        (Hint.Comments, "comment-list comments-area comment-form comment-respond"),
        (Hint.Related, "read-more more-from more-stories more-articles you-may also-like read-next up-next next-article latest-news latest-posts recent-posts most-read most-popular top-stories more-like customers-also also-bought recently-viewed other-articles see-also further-reading next-post post-navigation posts-navigation keep-reading featured-posts more-news more-posts recommended-articles nav-links"),
        (Hint.Share, "follow-us share-buttons share-links"),
        (Hint.Advert, "ad-container ad-slot ad-unit ad-wrapper ad-banner ad-box ad-block ad-zone ad-area google-ad top-ad"),
        (Hint.Popup, "cookie-banner cookie-notice pop-up"),
        (Hint.Signup, "sign-up email-signup opt-in mailing-list newsletter-form email-form"),
        (Hint.Byline, "post-meta entry-meta article-meta author-box author-bio author-info about-author posted-on entry-footer post-date read-time reading-time article-info post-info user-extras user-title user-info user-details"),
        (Hint.Tags, "tag-list tag-cloud post-tags tags-links cat-links"),
        (Hint.Paging, "page-numbers prev-next load-more"),
        (Hint.Hidden, "sr-only visually-hidden screen-reader display-none is-hidden u-hidden"),
        (Hint.TableOfContents, "table-contents on-page toc-container ez-toc"),
        (Hint.Cart, "add-cart to-cart buy-box shopping-cart"));

    private static FrozenDictionary<string, Hint> Table(params (Hint Hint, string Words)[] rows)
    {
        var table = new Dictionary<string, Hint>(StringComparer.Ordinal);
        foreach (var (hint, words) in rows)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                table[word] = table.GetValueOrDefault(word) | hint;
            }
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
