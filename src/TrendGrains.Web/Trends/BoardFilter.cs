using TrendGrains.Abstractions.Items;

namespace TrendGrains.Web.Trends;

/// <summary>Which trends a board shows: those of one language, about one topic, or all.</summary>
/// <param name="Language">BCP 47 tag, null for all.</param>
/// <param name="Name">Of the language, for people, in the language itself.</param>
internal sealed record BoardFilter(string? Language, string Name)
{
    /// <summary>One for each language, about anything.</summary>
    public static IReadOnlyList<BoardFilter> All { get; } = [new(null, "All"), new("ko", "한국어"), new("en", "English")];

    /// <summary>One of <see cref="Topics"/>, null for all.</summary>
    public string? Topic { get; init; }

    /// <summary><c>/</c>, <c>/?language=ko</c>, <c>/?topic=sports</c> or <c>/?language=ko&amp;topic=sports</c>.</summary>
    public string Address => (Language, Topic) switch
    {
        (null, null) => "/",
        (null, _) => $"/?topic={Topic}",
        (_, null) => $"/?language={Language}",
        _ => $"/?language={Language}&topic={Topic}",
    };

    /// <summary>What the page is called in a list of pages; null for the board of everything.</summary>
    public string? Title => (Language, Topic) switch
    {
        (null, null) => null,
        (_, null) => Name,
        (null, _) => Marks.NameOf(Topic),
        _ => $"{Marks.NameOf(Topic)}, {Name}",
    };

    public static BoardFilter Of(string topic) => All[0] with { Topic = topic };

    /// <summary>Null for a language or topic that the page does not offer: what is rendered once for everybody must be few things.</summary>
    public static BoardFilter? Parse(string? language, string? topic)
    {
        var about = string.IsNullOrEmpty(topic) ? null : topic;
        return about is null || Topics.All.Contains(about)
            ? All.FirstOrDefault(f => f.Language == (string.IsNullOrEmpty(language) ? null : language)) is { } filter ? filter with { Topic = about } : null
            : null;
    }
}
