using TrendGrains.Text;
using TrendGrains.Text.Counting;

namespace TrendGrains.Reading.Evaluation.Keywords;

/// <summary>A page whose publisher says what it is about: the tags of its markup that stand in its text.</summary>
/// <param name="Tags">Each as the stems of its words.</param>
public sealed record TaggedPage(string Id, string Title, string Text, string Language, bool IsHeldOut, IReadOnlyList<uint[]> Tags)
{
    private const int FewestTags = 2;
    private const int MostTags = 20;
    private const int LongestTag = 5;

    /// <summary>Null for a page with fewer than two such tags, or with a shop's list of them.</summary>
    /// <param name="read">What was read of the page: its tags and language are taken; the title and text are the corpus' own.</param>
    public static TaggedPage? Of(WcxbPage page, ReadPage read)
    {
        var title = page.Title ?? read.Title ?? "";
        var stems = Stems($"{title}\n{page.Text}");
        var tags = read.Tags.Where(t => !string.Equals(t, read.SiteName, StringComparison.OrdinalIgnoreCase)).Select(Stems)
            .Where(t => t.Length is > 0 and <= LongestTag && Stands(t, stems)).DistinctBy(t => string.Join(' ', t)).ToArray();
        return tags.Length is >= FewestTags and <= MostTags ? new TaggedPage(page.Id, title, page.Text, read.Language, page.IsHeldOut, tags) : null;
    }

    public static uint[] Stems(string text)
    {
        var terms = new List<Term>();
        TermReader.Read(TextNormalizer.Compose(text), terms);
        return [.. terms.Select(t => t.Key)];
    }

    private static bool Stands(uint[] tag, uint[] text) => text.AsSpan().IndexOf(tag) >= 0;
}
