namespace TrendGrains.Crawling.Sites.Json;

/// <summary>Where a JSON listing keeps what an entry is made of; docs/sources.md describes the file.</summary>
public sealed class ListingMapping
{
    /// <summary>Address of the list, when it is not the source's own; may be relative to it.</summary>
    public string? List { get; internal set; }

    /// <summary>An item's address where the item gives none; <c>{id}</c> stands for its id.</summary>
    public string? Link { get; internal set; }

    internal JsonPointer Items { get; set; } = null!;
    internal JsonPointer? Id { get; set; }
    internal JsonPointer? Url { get; set; }
    internal JsonPointer? Title { get; set; }
    internal JsonPointer? Text { get; set; }
    internal JsonPointer? Time { get; set; }
    internal JsonPointer? Author { get; set; }

    /// <summary>In the whole answer: the next page's address.</summary>
    internal JsonPointer? Next { get; set; }

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="FormatException">The message names file, line and key.</exception>
    public static ListingMapping Parse(string yaml, string file) => new MappingFile(file).Read(yaml);
}
