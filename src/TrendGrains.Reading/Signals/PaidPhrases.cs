using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Signals;

/// <summary>
/// How those who publish adverts mark them, as the US FTC's endorsement guides, Korea's fair-trade guideline on recommendations and the
/// Korean press council's rules on advertisements in article form ask for, in English and Korean.
/// </summary>
internal static partial class PaidPhrases
{
    /// <summary>A line, or the start of a title, that is nothing but a label.</summary>
    public static readonly Phrases Labels = new(
        "sponsored content | sponsored post | sponsored article | sponsored by | sponsored feature | sponsored | paid post | paid content | paid partnership | paid promotion | partner content | paid for by",
        "brand partner content | branded content | advertorial | advertisement feature | advertiser content | promoted content | promoted | presented by | in partnership with | in association with | brought to you by | this is an ad",
        "광고 | 유료광고 | 유료 광고 | 기사형 광고 | 협찬 | 애드버토리얼 | 브랜드 콘텐츠 | 스폰서드 | 스폰서 콘텐츠 | PR | AD | ad | 제휴 콘텐츠 | 유료광고포함 | 유료 광고 포함 | 스폰서 | 광고 포함 | 홍보 | advertorial feature | promotion");

    /// <summary>Tags that a publisher gives to what was paid for; "promotion", "PR" or "광고" alone are also what news is about.</summary>
    public static readonly Phrases Tags = new(
        "sponsored content | sponsored post | sponsored article | sponsored feature | sponsored | paid post | paid content | paid partnership | partner content | branded content | advertorial | advertisement feature | advertiser content",
        "유료광고 | 유료 광고 | 기사형 광고 | 협찬 기사 | 애드버토리얼 | 스폰서드 | 스폰서 콘텐츠 | 유료광고포함 | 유료 광고 포함 | 제휴 콘텐츠");

    /// <summary>Words in brackets before or after a title that say the same.</summary>
    [GeneratedRegex(@"^\s*[\[(<【［（](광고|유료\s?광고|협찬|AD|PR|Ad|Sponsored|Advertorial|홍보|제휴|기획광고|애드버토리얼|체험단)[\])>】］）]|[\[(](광고|AD|협찬|유료\s?광고)[\])]\s*$|^\s*(Sponsored|Advertorial|Paid post|Promoted)\s*[:|–-]|\|\s*(Sponsored|Paid Content|Partner Content)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex TitleLabel();

    /// <summary>A sentence in which the text speaks of itself as paid for.</summary>
    [GeneratedRegex(
        @"\b(this|our|the (above|following))\s+(\w+\s+){0,2}?(post|article|video|content|page|story|feature|guide|review|newsletter|episode|list|site|website|blog|thread|email)s?\s+(is|are|was|were|has been|contains?|may contain|includes?|features?)\s+(\w+\s+){0,4}?(sponsored|paid (for|partnership|promotion|advert\w*)|brought to you|in (paid )?partnership with|affiliate|advertis\w+|promotional)"
        + @"|\b(we|i)\s+(may|might|can|could|will)?\s*(also\s+)?(earn|receive|get|make|be paid|be compensated)\s+(a\s+|an\s+|some\s+)?(small\s+|affiliate\s+)?(commissions?|compensation|affiliate)"
        + @"|\b(i|we)\s+(was|were|have been|am being|received)\s+(\w+\s+){0,3}?(paid|compensated|gifted|sponsored|for free|free of charge|complimentary)|\bas an amazon associate|\bsponsored by [A-Z]|\bpaid (partnership|promotion) with|\bgifted by @|\bthanks to (our |today's )?sponsor|\bcreated in (paid )?partnership with|\baffiliate (links? )?disclosure|\bpr sample"
        + @"|(본|이|해당)\s?(포스팅|글|기사|콘텐츠|컨텐츠|게시물|영상|리뷰|후기|포스트|방송)[은는이]?\s.{0,60}?(제공받|제공 받|지원받|지원 받|원고료|협찬|광고(를 포함|입니다|로 제작|비를 받)|유료\s?광고|수수료|파트너스|대가를|후원을|홍보를 위해)"
        + @"|(제공|지원|협찬)\s?받아\s.{0,20}?(작성|제작|솔직|사용|체험|촬영|후기)|유료\s?광고를?\s?포함|쿠팡\s?파트너스\s?활동|소정의\s?(원고료|수수료|고료|대가|제작비)|원고료를?\s?(지급|제공)?\s?받|제작비를?\s?지원받|체험단에?\s?(선정|참여|당첨).{0,40}?(제공|작성)|일정액의\s?수수료",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex Disclosure();

    [GeneratedRegex(@"#(ad|sponsored|spon|gifted|partner|paidpartnership|광고|협찬|유료광고|제공|체험단|서포터즈|광고포함|제품제공|쿠팡파트너스)(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex Hashtag();

    public static readonly Phrases PressRelease = new(
        "PRNewswire | PR Newswire | Business Wire | BUSINESSWIRE | GLOBE NEWSWIRE | GlobeNewswire | ACCESSWIRE | EIN Presswire | for immediate release | media contact: | press contact: | media contacts: | press release | news release",
        "forward-looking statements | forward looking statements | for more information, visit | for more information visit | about the company | 보도자료 | 뉴스와이어 | 언론연락처 | 언론 연락처 | 홍보대행 | 홍보팀 문의 | 보도 자료");

    public static readonly Phrases CallsToAction = new(
        "buy now | shop now | order now | order yours | order today | sign up | sign up now | learn more | click here | get started | get yours | download now | book now | book a demo | book your | visit our | contact us | call us | call now | link in bio | swipe up | use code | use my code",
        "dm us | dm me | request a quote | free trial | free quote | schedule a | try it free | subscribe now | add to cart | check it out | join us | register now | apply now | save your spot | claim your | don't miss | don't wait | hurry | while supplies last | limited time | limited-time | today only | act now | tap the link | shop the",
        "지금 구매 | 바로가기 | 신청하세요 | 구매하기 | 구매 링크 | 구매링크 | 문의하세요 | 문의 주세요 | 문의주세요 | 클릭하세요 | 주문하세요 | 예약하세요 | 프로필 링크 | 만나보세요 | 만나 보세요 | 확인하세요 | 확인해 보세요 | 확인해보세요 | 누려보세요 | 상담 신청 | 무료 상담 | 상담 문의 | 놓치지 마세요 | 서두르세요 | 선착순 | 공구 | 공동구매 | 댓글 남겨 | 팔로우하고 | 지금 바로 | 신청은 | 예약 문의 | 카톡 문의 | 링크 클릭 | 경험해 보세요 | 경험해보세요 | 시작하세요 | 가입하세요 | 다운로드하세요");

    public static readonly Phrases Discounts = new(
        "% off | discount | discounts | discounted | coupon | coupons | promo code | discount code | free shipping | clearance | flash sale | on sale | giveaway | cashback | buy one get one | bogo | special offer | lowest price | half price | deal of the | early bird | free gift | save up to",
        "할인 | 특가 | 쿠폰 | 무료배송 | 무료 배송 | 세일 | 1+1 | 적립 | 사은품 | 증정 | 최저가 | 할인코드 | 핫딜 | 이벤트 참여 | 캐시백 | 무이자 | 반값 | 경품 | 얼리버드 | 프로모션");

    public static readonly Phrases News = new(
        "(Reuters) | Reuters | (AP) | Associated Press | AFP | Yonhap | Bloomberg | declined to comment | did not respond to | on condition of anonymity | press conference | prosecutors | lawmakers | investigation | 연합뉴스 | 뉴시스 | 뉴스1 | 기자 = | 기자= | 특파원 | 국회 | 경찰 | 검찰 | 법원 | 재판 | 공정거래위원회 | 금융감독원 | 소비자원 | 관계자는 | 취재 | 혐의");

    /// <summary>News about the trade of adverts is no advert: the words that such news is made of.</summary>
    public static readonly Phrases AboutAdverts = new(
        "advertising market | ad spending | ad revenue | advertisers | advertising watchdog | FTC | Federal Trade Commission | ASA | advertising standards | regulator | regulators | fined | ad blocker | ad industry | advertising industry | lawsuit | influencers | endorsement guidelines | misleading | deceptive",
        "광고 시장 | 광고시장 | 광고비 | 광고주 | 광고 매출 | 광고매출 | 뒷광고 | 허위 광고 | 허위광고 | 과장 광고 | 과장광고 | 과징금 | 시정명령 | 광고업계 | 광고 규제 | 심의 | 공정위 | 제재 | 광고 수익 | 스팸");
}
