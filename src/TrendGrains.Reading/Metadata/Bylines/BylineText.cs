using System.Text.RegularExpressions;
using TrendGrains.Reading.Metadata.Dates;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata.Bylines;

/// <summary>Writers' names out of "By Jane Roe and John Doe", "Jane Roe, MD | Staff Writer" and "(서울=한빛일보) 홍길동 기자".</summary>
internal static class BylineText
{
    private const int Longest = 300;
    private const int LongestName = 60;
    private const int MostNames = 12;

    private static readonly string[] koreanNoNames = ["인턴", "선임", "수습", "객원", "전문", "시민", "담당", "취재", "사진", "영상", "편집", "디지털", "온라인", "문화", "경제", "정치", "사회", "국제", "스포츠", "연합뉴스", "뉴시스", "뉴스", "서울", "부산", "베이징", "워싱턴", "도쿄"];

    /// <summary>The names, cleaned of labels, roles, degrees, addresses and dates; empty when there are none.</summary>
    /// <param name="isStated">The text is a field that holds a name: "Von Miller" and "Di Zhang" are called that.</param>
    public static List<string> Names(string? text, bool isStated = false)
    {
        var names = new List<string>();
        if (text is null || text.Length > Longest || TextNormalizer.Fold(text) is not { Length: > 1 } line)
        {
            return names;
        }
        if (line.StartsWith("http", StringComparison.OrdinalIgnoreCase) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || line.StartsWith('@'))
        {
            return names;
        }
        if (Korean(line, names))
        {
            return names;
        }
        line = BylineWords.Mail().Replace(line, " ");
        line = isStated ? BylineWords.StatedLead().Replace(line, "", 1) : BylineWords.Lead().Replace(line, "", 1);
        if (DateText.Find(line, 0, DayOrder.DayFirst) is { } date)
        {
            line = (date.Start > 2 ? line[..date.Start] : line[date.End..]).Trim();
        }
        var tail = BylineWords.Tail().Match(line);
        while (tail.Success && tail.Index < 2)
        {
            line = line[(tail.Index + tail.Length)..];
            tail = BylineWords.Tail().Match(line);
        }
        line = tail.Success ? line[..tail.Index] : line;
        foreach (var part in BylineWords.Between().Split(line))
        {
            Add(names, part, isStated);
        }
        return names;
    }

    /// <summary>Two to four words that begin with capitals, or a Korean, Japanese or Chinese name: what a person is called, not a department.</summary>
    public static bool IsPersonal(string name)
    {
        var words = name.Split(' ');
        if (words.Length == 1)
        {
            return name.Length is >= 2 and <= 5 && name.All(c => c is >= '\u3400' and <= '\uD7A3');
        }
        return words.Length <= 5 && words.All(w => char.IsUpper(w[0]) || w is "de" or "van" or "von" or "der" or "den" or "la" or "da" or "di" or "del" or "bin" or "al" or "el" or "le" or "dos" or "ten")
            && !BylineWords.Role().IsMatch(name) && !name.Contains("Team", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Korean(string line, List<string> names)
    {
        foreach (Match match in BylineWords.KoreanRole().Matches(line))
        {
            foreach (var name in match.Groups["n"].Value.Split(['·', 'ㆍ', ','], StringSplitOptions.TrimEntries))
            {
                if (!koreanNoNames.Contains(name) && !names.Contains(name) && names.Count < MostNames)
                {
                    names.Add(name);
                }
            }
        }
        return names.Count > 0;
    }

    /// <summary>"page.head.extra.author": a template's key that nothing was put in for.</summary>
    private static bool IsKey(string name) => !name.Contains(' ') && name.Count(c => c == '.') >= 2 && name.All(c => char.IsAsciiLetterLower(c) || c is '.' or '_');

    private static void Add(List<string> names, string part, bool isStated)
    {
        var name = part.Trim(' ', ',', '.', ':', '-', '–', '—', '/', '|', '·', '=', '"', '\'', '[', ']', '*', '<', '>');
        if (name.StartsWith('(') && name.EndsWith(')'))
        {
            name = name[1..^1];
        }
        if (name.IndexOf('(') is > 2 and var bracket)
        {
            name = name[..bracket].TrimEnd();
        }
        if (names.Count > 0 && name is "Jr" or "Sr" or "II" or "III" or "IV")
        {
            names[^1] += " " + (name is "Jr" or "Sr" ? name + "." : name);
            return;
        }
        var isFirst = names.Count == 0;
        if (name.Length is < 2 or > LongestName || !name.Any(char.IsLetter) || (isStated && IsPersonal(name) ? BylineWords.IsPlaceHolder(name) : BylineWords.IsNobody(name)) || name.Split(' ').Length > 6 || IsKey(name)
            || (!isFirst && (BylineWords.Degree().IsMatch(name) || BylineWords.Role().IsMatch(name)))
            || names.Count >= MostNames || names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }
        names.Add(name);
    }
}
