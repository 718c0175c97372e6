namespace TrendGrains.Crawling.Sites.Json;

/// <summary>Where a JSON listing keeps what an entry is made of; docs/sources.md describes the file.</summary>
public sealed class ListingMapping
{
    /// <summary>Address of the list, when it is not the source's own; may be relative to it.</summary>
    public string? List { get; internal set; }

    /// <summary>An item's address where the item gives none; <c>{id}</c> stands for its id.</summary>
    public string? Link { get; internal set; }

    /// <summary>For access <c>api</c>: the header that lets requests in, and what stands in it.</summary>
    internal string? Header { get; set; }

    internal MappingSecret? Secret { get; set; }

    internal JsonPointer Items { get; set; } = null!;
    internal JsonPointer? Id { get; set; }
    internal JsonPointer? Url { get; set; }
    internal JsonPointer? Title { get; set; }
    internal JsonPointer? Text { get; set; }
    internal JsonPointer? Time { get; set; }
    internal JsonPointer? Author { get; set; }
    internal JsonPointer? Score { get; set; }
    internal JsonPointer? Comments { get; set; }
    internal JsonPointer? Views { get; set; }
    internal JsonPointer? Likes { get; set; }
    internal JsonPointer? Shares { get; set; }

    /// <summary>In the whole answer: the next page's address.</summary>
    internal JsonPointer? Next { get; set; }

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="FormatException">The message names file, line and key.</exception>
    public static ListingMapping Parse(string yaml, string file) => new MappingFile(file).Read(yaml);
}

/// <summary>What a header holds: a word such as <c>Bearer </c>, or none, and the value of a variable of the environment.</summary>
internal sealed record MappingSecret(string Prefix, string Variable);
