namespace TrendGrains.Web.Trends;

/// <summary>Which trends a board shows: those of one language, or all.</summary>
/// <param name="Language">BCP 47 tag, null for all.</param>
/// <param name="Name">For people, in the language itself.</param>
internal sealed record BoardFilter(string? Language, string Name)
{
    public static IReadOnlyList<BoardFilter> All { get; } = [new(null, "All"), new("ko", "한국어"), new("en", "English")];

    /// <summary><c>/</c> or <c>/?language=ko</c>.</summary>
    public string Address => Language is null ? "/" : $"/?language={Language}";

    /// <summary>Null for a language that the page does not offer: what is rendered once for everybody must be few things.</summary>
    public static BoardFilter? Parse(string? language) =>
        All.FirstOrDefault(f => f.Language == (string.IsNullOrEmpty(language) ? null : language));
}
