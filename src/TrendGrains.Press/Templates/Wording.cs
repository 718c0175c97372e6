using System.Globalization;

namespace TrendGrains.Press.Templates;

/// <summary>What a site says around its articles, in its language.</summary>
internal sealed record Wording(string Language, string Locale, TimeSpan Zone)
{
    private static readonly string[] koreanDays = ["일", "월", "화", "수", "목", "금", "토"];

    public required IReadOnlyDictionary<string, string> Sections { get; init; }
    public required string Home { get; init; }
    public required string Latest { get; init; }
    public required string Related { get; init; }
    public required string MostRead { get; init; }
    public required string Sponsored { get; init; }
    public required string Advertisement { get; init; }
    public required string Published { get; init; }
    public required string Updated { get; init; }
    public required string By { get; init; }
    public required string Share { get; init; }
    public required string Print { get; init; }
    public required string Comments { get; init; }
    public required string Reply { get; init; }
    public required string Cookies { get; init; }
    public required string Accept { get; init; }
    public required string Newsletter { get; init; }
    public required string Subscribe { get; init; }
    public required string Search { get; init; }
    public required string Older { get; init; }
    public required string Newer { get; init; }
    public required string NotFound { get; init; }
    public required string Rights { get; init; }
    public required string About { get; init; }
    public required string Contact { get; init; }
    public required string Privacy { get; init; }
    public required string Caption { get; init; }
    public required string Tags { get; init; }
    public required string Menu { get; init; }
    public required string BackIssues { get; init; }
    public required string LogIn { get; init; }
    public required string Calendar { get; init; }
    public required string MostDiscussed { get; init; }
    public required string[] AboutText { get; init; }
    public required string[] ContactText { get; init; }
    public required string[] PrivacyText { get; init; }
    public required string[] ReaderNames { get; init; }
    public required string[] ReaderWords { get; init; }
    public required string[] AdvertLines { get; init; }

    public bool IsKorean => Language == "ko";

    public static Wording For(string language) => language == "ko" ? WordingInKorean.Words : WordingInEnglish.Words;

    public string Section(string topic) => Sections.TryGetValue(topic, out var name) ? name : topic;

    public DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Zone);

    public string Month(DateOnly day) => day.ToString(IsKorean ? "yyyy'년 'M'월'" : "MMMM yyyy", CultureInfo.InvariantCulture);

    public string Day(DateOnly day) => day.ToString(IsKorean ? "yyyy'년 'M'월 'd'일'" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    public string Machine(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>E.g. <c>November 21, 2026 at 3:05 PM GMT</c>, <c>2026년 11월 21일 (토) 오후 3:05</c>.</summary>
    public string Long(DateTimeOffset moment)
    {
        var local = Local(moment);
        return IsKorean
            ? string.Create(CultureInfo.InvariantCulture, $"{local:yyyy}년 {local.Month}월 {local.Day}일 ({koreanDays[(int)local.DayOfWeek]}) {(local.Hour < 12 ? "오전" : "오후")} {(local.Hour + 11) % 12 + 1}:{local:mm}")
            : local.ToString("MMMM d, yyyy 'at' h:mm tt 'GMT'", CultureInfo.InvariantCulture);
    }

    /// <summary>E.g. <c>21 Nov 2026, 15:05</c>, <c>2026.11.21 15:05</c>.</summary>
    public string Short(DateTimeOffset moment) =>
        Local(moment).ToString(IsKorean ? "yyyy.MM.dd HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
