using System.Text;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>What pages say around their content, by what it is about: English and Korean, and what other languages share with them.</summary>
internal static class Phrases
{
    private const int Longest = 240;

    public static readonly string[] Names =
    [
        "share", "related", "comments", "signup", "legal", "consent", "login", "byline", "cart", "navigation", "advert", "tags", "picture", "contact", "ago", "section",
    ];

    /// <summary>Lists that speak of anything but content: all but byline, tags, picture, ago and section.</summary>
    public const int Boilerplate = 0b0010_0111_0111_1111;

    private static readonly PhraseList consent = Of("cookie", "consent", "gdpr", "personal data", "opt out", "third parties", "tracking technolog", "쿠키", "개인정보");

    private static readonly PhraseList[] lists =
    [
        Of("share", "tweet", "facebook", "twitter", "pinterest", "linkedin", "whatsapp", "instagram", "follow us", "copy link", "공유", "카카오톡", "teilen", "partager", "compartir"),
        Of("related", "you may", "you might", "recommended", "read more", "more from", "most read", "popular", "trending", "read next", "up next", "latest", "also like", "see also",
            "more stories", "don't miss", "similar", "recently viewed", "customers also", "관련", "추천", "많이 본", "인기", "더보기", "최신", "lire aussi", "lesen sie", "más leíd", "leggi anche"),
        Of("comment", "reply", "replies", "respond", "댓글", "답글", "kommentar", "commentaire", "comentario"),
        Of("subscribe", "newsletter", "sign up", "your email", "email address", "inbox", "mailing list", "구독", "abonn", "suscr"),
        Of("copyright", "©", "all rights reserved", "privacy", "terms of", "terms &", "disclaimer", "무단", "재배포", "저작권", "impressum", "datenschutz", "mentions légales"),
        Of("cookie", "consent", "gdpr", "javascript", "your browser", "accept all", "쿠키"),
        Of("log in", "login", "sign in", "register", "my account", "password", "create an account", "로그인", "회원가입", "비밀번호"),
        Of("by ", "written by", "author", "posted", "published", "updated", "last modified", "min read", "minute read", "editor", "reporter", "기자", "입력", "수정", "등록", "조회"),
        Of("add to cart", "add to bag", "buy now", "in stock", "out of stock", "sold out", "checkout", "wishlist", "free shipping", "quantity", "장바구니", "구매", "배송"),
        Of("menu", "home", "previous", "next", "skip to", "back to", "search", "sitemap", "view all", "see all", "show more", "load more", "learn more", "목록", "이전", "다음", "메뉴", "검색"),
        Of("advert", "sponsored", "promoted", "ad choices", "affiliate", "광고", "anzeige", "publicité", "publicidad"),
        Of("tags", "tagged", "filed under", "categories", "category", "topics", "posted in", "태그", "카테고리"),
        Of("photo", "image", "getty", "courtesy", "credit", "photograph", "illustration", "source:", "사진", "출처", "reuters", "foto"),
        Of("contact us", "phone", "call us", "tel:", "fax", "address", "opening hours", "directions", "전화", "주소", "팩스", "문의"),
        Of(" ago", "yesterday", "just now", "시간 전", "분 전", "일 전"),
        Of("faq", "frequently asked", "about us", "our ", "features", "overview", "description", "specification", "details", "customer", "review", "rating", "testimonial"),
    ];

    /// <summary>Bit i is list i; 0 for a long text.</summary>
    public static int Of(string text)
    {
        if (text.Length > Longest)
        {
            return 0;
        }
        var said = 0;
        var isAscii = Ascii.IsValid(text);
        for (var i = 0; i < lists.Length; i++)
        {
            said |= lists[i].IsIn(text, isAscii) ? 1 << i : 0;
        }
        return said;
    }

    /// <summary>A text of any length that speaks of cookies and consent.</summary>
    public static bool IsConsent(string text) => consent.IsIn(text, Ascii.IsValid(text));

    private static PhraseList Of(params string[] words) => new(words);
}
