using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Metadata.Bylines;

/// <summary>The words that stand around names in a byline.</summary>
internal static partial class BylineWords
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 1000;

    /// <summary>Accounts and place-holders, which are nobody's name.</summary>
    private static readonly FrozenSet<string> nobody = FrozenSet.ToFrozenSet(
    [
        "admin", "administrator", "webmaster", "root", "user", "test", "wordpress", "wpengine", "superuser", "null", "undefined", "none", "n/a", "anonymous", "unknown",
        "author", "authors", "editor", "guest", "written by", "posted by", "published by", "last", "read", "sign up", "topic author", "original poster", "post author", "thread starter", "op", "verified", "updated", "team", "visit", "show more", "see more", "learn more", "subscribe", "comments", "reply", "date", "name", "photo", "image", "credit", "source", "loading", "menu", "search", "topic", "friday", "monday", "tuesday", "wednesday", "thursday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "staff", "by", "written", "posted", "published", "view more posts", "view all posts", "all posts", "read more", "more", "follow", "share", "about the author",
        "about", "profile", "bio", "contributor", "website", "home", "blog", "news", "login", "log in", "sign in", "register", "email", "twitter", "facebook", "linkedin", "you", "us", "me",
        "기자", "관리자", "운영자", "편집자", "글쓴이", "작성자", "입력", "수정", "구독", "편집부",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool IsNobody(string name) => nobody.Contains(name) || Order().IsMatch(name);

    /// <summary>Nobody even where a field says that it is a name: "My Tran" and "Skip Bayless" are people, "View All Posts" and "Log In" are not.</summary>
    public static bool IsPlaceHolder(string name) => nobody.Contains(name) || Button().IsMatch(name);

    [GeneratedRegex(@"^(log|sign|subscri\w+|visit|view|read|see|learn|start|follow|join|become|buy|shop|contact|download|click|creative commons|get|show|edit|report|reply|quote|about|skip|share)\s(in|on|out|up|to|all|more|less|our|us|my|me|your|this|the|now|here|it|full|posts?|articles?|profile|started|attribution)\b", Plain | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Button();

    /// <summary>What stands before a name in a field that holds one.</summary>
    [GeneratedRegex(@"^((?i:((originally |first )?(written|posted|published|words|story|article|authored|created)\s)?by|about the author|author|autor|auteur|writer)\s?[:：]\s*|(?i:((originally |first )?(written|posted|published|words|story|article|authored|created)\s)?by)\s+|(작성자|글쓴이|作者|撰文|文|記者|记者|글|기자|등록)\s?[/／:：=]\s*)", Plain, Patience)]
    public static partial Regex StatedLead();

    /// <summary>"Log in", "Visit our store": what a button says.</summary>
    [GeneratedRegex(@"^(log|sign|subscri\w+|visit|view|read|see|learn|start|follow|join|become|buy|shop|contact|this|your|all|more|i|my|creative commons|click|download|get|skip|about|articles?|posts?|share|show|edit|report|reply|quote|[0-9]+)\b(?!')", Plain | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Order();

    /// <summary>"By", "Written by", "글 =", "文/" at the start.</summary>
    [GeneratedRegex(@"^(((?i:about the author|author|authors|writer|reporter|contributors?)\s?[:：]?\s?(by\s)?|(?i:(originally |first )?(written|posted|published|words|story|articles?|recipe|review|report|reported|authored|created|compiled|text|prepared|shared|submitted|started|asked|added|uploaded|presented|contributed|guest post|a post|op-ed|thread starter)(\s(and|&)\s\w+)?\s(on .{6,20})?by:?)|By|BY|by|(Von|von|VON|Par|par|Por|por|Door|door)(?=\s+\p{Lu}[\w'’.\-]*\s+[\p{L}])|(Di|di|Da|da|Av|av|Af|af)(?=\s+\p{Lu}[\w'’.\-]*\s+\p{L})|Autor|Autora|Auteur)\s?[:：]?\s+|(?i:author|by|autor|auteur|writer)\s?[:：]\s*|作者\s?[:：/／]?\s*|文\s?[/／:：]\s*|撰文\s?[:：/／]?\s*|記者\s?[:：]?\s*|记者\s?[:：]?\s*|글\s?[=:·|]?\s+|글\s?[=:]\s*|기자\s?[:：]\s*|작성자\s?[:：]?\s*|글쓴이\s?[:：]?\s*|등록\s?[:：]?\s*)", Plain, Patience)]
    public static partial Regex Lead();

    /// <summary>A label that can hardly mean anything but the writer of the page.</summary>
    [GeneratedRegex(@"^((originally |first )?(written|posted|published|article|story|words|authored|reported)\s+by|author\s?[:：]|about the author\s?[:：]?|作者\s?[:：]|글쓴이\s?[:：]?|작성자\s?[:：])\s*", Plain | RegexOptions.IgnoreCase, Patience)]
    public static partial Regex StrongLead();

    /// <summary>A line that is only a label; the name is the next line.</summary>
    [GeneratedRegex(@"^((written|posted|published|article|story|words|authored|reported|post)\s+by|by|author|authors|about the author|작성자|글쓴이|作者)\s?[:：]?$", Plain | RegexOptions.IgnoreCase, Patience)]
    public static partial Regex LabelAlone();

    /// <summary>What is no name any more begins here.</summary>
    [GeneratedRegex(@"(\s[|•·—–]\s|\s-\s|\s/\s|\s~\s|[|•⋅»›✓]|[,\s(]+(?i:(medically |clinically |fact |expert )?(reviewed|checked|edited|updated|published|posted|photograph(y|s|ed)?|photos?|illustrat(ed|ions?)|translated|produced|last (updated|modified)|verified|approved|with contributions?)\b)|\s(?i:on|at)\s(?=\p{L}{3,9}\.?,?\s[0-9]|[0-9]|(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*day)|\s(?i:on|at|in)$|\s(?i:in)\s(?=\p{Lu})|\s(?i:follow|read (his|her|their|more|full)|view (all|more|profile|bio)|see (all|more)|for\s\p{Lu}|is (a|an|the)\b|was\b|has\b|covers\b|writes\b)|[0-9]+\s?(?i:min(ute)?s?)\b|\sTwitter\b|\s@|https?:)", Plain, Patience)]
    public static partial Regex Tail();

    [GeneratedRegex(@"\s*(,|;|、|，|\s(and|And|AND|&|und|et|y|og|och|with|および)\s)\s*", Plain, Patience)]
    public static partial Regex Between();

    /// <summary>Degrees and titles behind a name: "MD", "Ph.D.", "RDN", "E-RYT 200".</summary>
    [GeneratedRegex(@"^([A-Z][A-Za-z]?\.?-?){1,6}(\s?[A-Z0-9]{1,5}){0,2}$", Plain, Patience)]
    public static partial Regex Degree();

    [GeneratedRegex(@"\b(writer|editor|reporter|correspondent|contributor|expert|director|manager|ceo|cto|cfo|founder|co-founder|author|columnist|journalist|producer|analyst|professor|dietitian|nutritionist|physician|doctor|attorney|lawyer|specialist|consultant|coach|strategist|engineer|president|chief|head of|lead|intern|fellow|researcher|scientist|therapist|agent|owner|staff writer|titan|moderator|member|guest)\b",
        Plain | RegexOptions.IgnoreCase, Patience)]
    public static partial Regex Role();

    /// <summary>Behind these stands somebody who did not write it.</summary>
    [GeneratedRegex(@"(review(ed)?|edit(ed|or)|fact[ -]?check(ed)?|check(ed)?|photo(graph(y|s|ed))?|illustrat(ed|ions?)|translated|research(ed)?|approved|verified|tested|updated|repl(y|ied)|comment(ed)?|last post|narrated|hosted)(\s+(and|&)\s+\w+)?\s*(by)?\s*:?\s*$", Plain | RegexOptions.IgnoreCase, Patience)]
    public static partial Regex AnotherHand();

    [GeneratedRegex(@"[\w.+\-]+@[\w\-]+(\.[\w\-]+)+", Plain, Patience)]
    public static partial Regex Mail();

    /// <summary>The start of a wire story: "(서울=한빛통신) 홍길동 기자 =", "[한빛일보 홍길동 기자]".</summary>
    [GeneratedRegex(@"^\s*([(\[][^()\[\]]{2,20}=[^()\[\]]{2,20}[)\]]\s?[\p{IsHangulSyllables}\s·,]{2,30}(기자|특파원)\s?=|[\[(][^()\[\]]{0,16}\s?[\p{IsHangulSyllables}\s·,]{2,20}(기자|특파원)\s?[\])])", Plain, Patience)]
    public static partial Regex WireLead();

    /// <summary>"홍길동 기자", "홍길동·김철수 기자", "김영희 특파원".</summary>
    [GeneratedRegex(@"(?<n>\p{IsHangulSyllables}{2,4}(\s?[·,ㆍ]\s?\p{IsHangulSyllables}{2,4}){0,4})\s?(\p{IsHangulSyllables}{1,6}(부|팀|국|센터|데스크)\s)?(선임|인턴|수습|객원|전문|대|시민)?\s?(기자|특파원|논설위원|편집위원|칼럼니스트|앵커|아나운서|에디터|리포터|PD|피디)(?!\p{L})", Plain, Patience)]
    public static partial Regex KoreanRole();
}
