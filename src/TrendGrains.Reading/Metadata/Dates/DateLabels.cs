using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Metadata.Dates;

internal enum DateLabel
{
    None,
    Published,
    Modified,

    /// <summary>An event's day, a deadline, a copyright: no date of the page.</summary>
    Other,
}

/// <summary>What the words before a date, or the class of its element, say it is.</summary>
internal static partial class DateLabels
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Reach = 40;

    public static DateLabel Before(string text, int date)
    {
        var from = Math.Max(0, date - Reach);
        var lead = text.Substring(from, date - from);
        var (modified, published, other) = (Last(Modified(), lead), Last(Published(), lead), Last(Other(), lead));
        var last = Math.Max(modified, Math.Max(published, other));
        return last < 0 ? DateLabel.None : last == modified ? DateLabel.Modified : last == published ? DateLabel.Published : DateLabel.Other;
    }

    public static DateLabel OfClass(string value) =>
        ModifiedClass().IsMatch(value) ? DateLabel.Modified : PublishedClass().IsMatch(value) ? DateLabel.Published : OtherClass().IsMatch(value) ? DateLabel.Other : DateLabel.None;

    private static int Last(Regex words, string text)
    {
        var last = -1;
        foreach (var match in words.EnumerateMatches(text))
        {
            last = match.Index;
        }
        return last;
    }

    [GeneratedRegex(@"updated?\b|modified|revised|edited|reviewed|수정|최종|업데이트|更新|修改|aktualisiert|stand:|geändert|mis(e)? à jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|обновлено|изменено|zaktualizowan|aktualizován|güncellen", Plain, 1000)]
    private static partial Regex Modified();

    [GeneratedRegex(@"publish(ed)?|posted|written|\bdate\b|\bon\b|created|submitted|asked|started|입력|등록|작성|게시|발행|승인|기사입력|発表|公開|掲載|投稿|发布|發布|发表|發表|時間|时间|veröffentlicht|erschienen|publié|publicad[oa]|pubblicat[oa]|gepubliceerd|publicerad|publisert|julkaistu|опубликован|opublikowan|publikován|yayın", Plain, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"©|\(c\)|copyright|ⓒ|deadline|delivery|estimated|ship|sale|reviewed in|release|expires?|until|valid|effective|born|joined|event|starts|ends|since|마감|까지|가입|기간", Plain, 1000)]
    private static partial Regex Other();

    [GeneratedRegex(@"updated|modif|lastmod|revis|edit-?time", Plain, 1000)]
    private static partial Regex ModifiedClass();

    [GeneratedRegex(@"publi[cs]h|published|posted|post-?date|entry-?date|dateline|pubdate|regdate|reg_date|article-?date|created|write-?date|date-?time-?stamp|datestamp|article_date", Plain, 1000)]
    private static partial Regex PublishedClass();

    [GeneratedRegex(@"event|expire|deadline|join|copyright|countdown|calendar", Plain, 1000)]
    private static partial Regex OtherClass();
}
