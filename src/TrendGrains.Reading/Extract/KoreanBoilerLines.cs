using System.Text.RegularExpressions;
using TrendGrains.Reading.Metadata.Dates;

namespace TrendGrains.Reading.Extract;

/// <summary>
/// The lines that Korean newsrooms and portals put above and below a story: when it came in, who wrote it and how to reach them, who may not
/// reprint it, what else to read. They stand in the story's own box, so that no class or link tells them from its text.
/// </summary>
internal static partial class KoreanBoilerLines
{
    private const int MostAbove = 5;
    private const int MostBelow = 10;
    private const int LongestLine = 160;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Patience = 1000;

    /// <summary>Cuts reprint notices wherever they stand; of an article also such lines at both ends, a few at each.</summary>
    public static void Trim(List<Block> content, bool isArticle)
    {
        content.RemoveAll(b => b.Chars <= LongestLine && Anywhere().IsMatch(b.Text));
        if (!isArticle)
        {
            return;
        }
        for (var (last, cut) = (content.Count - 1, 0); last > 0 && cut < MostBelow && IsBelow(content[last]); last--, cut++)
        {
            content.RemoveAt(last);
        }
        for (int i = 0, seen = 0; i < content.Count - 1 && seen < MostAbove; seen++)
        {
            if (content[i].Chars <= LongestLine && (Above().IsMatch(content[i].Text) || IsDateline(content[i].Text)))
            {
                content.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Marks before a line head steps and terms as well as what else to read: with those that lists have, only a link is cut.</summary>
    private static bool IsBelow(Block block) => block.Chars <= LongestLine
        && (Below().IsMatch(block.Text) || IsDateline(block.Text) || (block.LinkChars * 2 > block.Chars && "◀◇◆■□●※☎".Contains(block.Text[0])));

    /// <summary>"옥찬연 기자 | 입력 2026.01.05 20:21": reporter, label and time, and nothing else.</summary>
    private static bool IsDateline(string text)
    {
        if (text.Length > 80 || (!text.Contains("기자", StringComparison.Ordinal) && DateText.Find(text, 0, DayOrder.Unknown) is null))
        {
            return false;
        }
        var rest = text;
        while (DateText.Find(rest, 0, DayOrder.Unknown) is { } date)
        {
            rest = rest.Remove(date.Start, date.End - date.Start);
        }
        return !Furniture().Replace(rest, "").Any(char.IsLetterOrDigit);
    }

    [GeneratedRegex(@"[\p{IsHangulSyllables}]{2,4}(\s?[·,ㆍ]\s?[\p{IsHangulSyllables}]{2,4})*\s?(선임|인턴|수습)?(기자|특파원)|기사|입력|등록|수정|승인|송고|작성|게시|최종|시간|일시|업데이트|구독", Plain, Patience)]
    private static partial Regex Furniture();

    // Reports speak of such notices too: a notice ends in its ban.
    [GeneratedRegex(@"(무단\s?(전재|복제|배포)|재배포|AI\s?학습)[^.]{0,60}(금지(합니다|함)?|금합니다)\s*($|[>)\]|/.])|저작권자\s?(\(c\)|ⓒ|©|&copy;)|^(copyright|copyrights)\s?(\(c\)|ⓒ|©)|이 기사는 언론사에서 .{0,20}섹션으로 분류|(기자|특파원)(의)?\s?다른\s?기사\s?보기$|^이\s?기사를\s?공유합니다|^SNS\s?기사보내기", Plain, Patience)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^[▶▷►☞]\s?|^\[?관련\s?(기사|뉴스)\]?|^(기사\s?)?제보(는|하기|\s?[:：])|^[\w.+\-]+@[\w\-]+(\.[\w\-]+)+$|^([\[(]?[\p{IsHangulSyllables}\s·=/|]{2,30}(기자|특파원|에디터|PD|인턴)[\])]?\s?[/|=(]?\s?([\w.+\-]+@[\w\-.]+\)?)?)$|^[(\[]?(사진|영상|자료|그래픽|출처)\s?[=:：제][^.]{0,40}[)\]]?$|^(좋아요|공감|댓글|추천|공유|구독|스크랩|인쇄|목록|이전글|다음글|구독하기|채널 구독)[\s0-9]*$|^(목록|이전글|다음글)(\s(목록|이전글|다음글))*$|^#\S+(\s#\S+)*$", Plain, Patience)]
    private static partial Regex Below();

    [GeneratedRegex(@"^(기사\s?)?(입력|등록|수정|승인|송고(시간)?|작성일?|게시일?|최종\s?수정|업데이트)\s?(시간|일시|일|:)?\s?[:：]?\s?[0-9]{4}\s?[.\-/년]|^기자명\s|^(작성자|글쓴이|등록자|담당부서)\s?[:：]|(조회(수)?)\s?[:：]?\s?[0-9,]+\s*(\||$)|^\p{IsHangulSyllables}{2,4}(\s?[·,]\s?\p{IsHangulSyllables}{2,4})*\s?(기자|특파원|인턴기자|선임기자)(\s?구독)?$|^댓글\s?[0-9]+$|^(글씨|글자)\s?크기", Plain, Patience)]
    private static partial Regex Above();
}
