using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>A publication as it reads at a moment.</summary>
/// <param name="Number">0 as first published, 1 after the first edit.</param>
/// <param name="Modified">When it became so.</param>
internal sealed record Edition(Publication Publication, int Number, string Title, string[] Paragraphs, DateTimeOffset Modified)
{
    public string Lead => Paragraphs.Length > 0 ? Shorten(Paragraphs[0], 160) : "";

    public static int NumberAt(Publication publication, DateTimeOffset now)
    {
        var number = 0;
        while (number < publication.Edits.Length && publication.Edits[number].At <= now)
        {
            number++;
        }

        return number;
    }

    public static Edition At(Publication publication, DateTimeOffset now)
    {
        var number = NumberAt(publication, now);
        return number == 0
            ? new(publication, 0, publication.Title, publication.Paragraphs, publication.Published)
            : new(publication, number, publication.Edits[number - 1].Title, publication.Edits[number - 1].Paragraphs, publication.Edits[number - 1].At);
    }

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', length);
        return string.Concat(text.AsSpan(0, end > length / 2 ? end : length), "…");
    }
}
