namespace TrendGrains.Press.World;

/// <summary>One thing that an outlet publishes, and the truth about it.</summary>
public sealed record Publication
{
    /// <summary>Unique in the world; part of its URL.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of the outlet.</summary>
    public required string Outlet { get; init; }

    /// <summary>The story that it tells; null for what belongs to none (noise, evergreen pieces, adverts).</summary>
    public string? Story { get; init; }

    public required PublicationKind Kind { get; init; }
    public required DateTimeOffset Published { get; init; }
    public required string Title { get; init; }

    /// <summary>Plain text, one entry a paragraph; empty for a bare link post.</summary>
    public required string[] Paragraphs { get; init; }

    public string? Byline { get; init; }

    /// <summary>One of the topics of <see cref="ScriptedStory.Topic"/>.</summary>
    public required string Section { get; init; }

    public string[] Tags { get; init; } = [];

    /// <summary>What it said later, in order of time: the same URL with another title and text.</summary>
    public PublicationEdit[] Edits { get; init; } = [];

    /// <summary>Decides what the lead picture shows; the same motif is the same scene, other seeds vary it. Null without a picture.</summary>
    public Picture? Picture { get; init; }

    /// <summary>For a forum post: the publication it links to.</summary>
    public string? LinksTo { get; init; }

    /// <summary>For a forum post and a clip: how it was received in the end; grows from 0 as time goes by.</summary>
    public Reception? Reception { get; init; }

    /// <summary>For a channel's clip: length in seconds, 2-8.</summary>
    public int ClipSeconds { get; init; }
}

/// <param name="At">From when on.</param>
public sealed record PublicationEdit(DateTimeOffset At, string Title, string[] Paragraphs);

/// <param name="Motif">Scene, e.g. <c>flood</c>, <c>fire</c>, <c>match</c>, <c>market</c>, <c>parliament</c>, <c>launch</c>, <c>concert</c>, <c>portrait</c>.</param>
public sealed record Picture(string Motif, int Seed);

/// <param name="Score">Upvotes or views.</param>
/// <param name="Comments">What people answered, each with the delay after publication.</param>
public sealed record Reception(int Score, Comment[] Comments);

public sealed record Comment(string Author, TimeSpan After, string Text, int Score);

public enum PublicationKind
{
    /// <summary>A news report.</summary>
    Report,

    /// <summary>A report on what happened since: other words, other numbers.</summary>
    Development,

    /// <summary>Opinion or analysis.</summary>
    Opinion,

    /// <summary>Agency copy, the same text under several mastheads with small cuts.</summary>
    Wire,

    /// <summary>An advert in an article's clothes, or a page that only sells.</summary>
    Advert,

    /// <summary>News that belongs to no scripted story and that nobody follows up.</summary>
    Noise,

    /// <summary>Recipes, horoscopes, weather, guides: what is always there.</summary>
    Evergreen,

    /// <summary>A forum post.</summary>
    Post,

    /// <summary>A short clip of a channel.</summary>
    Clip,
}
