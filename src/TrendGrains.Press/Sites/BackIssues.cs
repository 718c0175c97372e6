using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>An archive's publications by the day of their issue, as of a moment.</summary>
internal sealed class BackIssues
{
    private readonly SortedList<DateOnly, Shelf> issues;

    public BackIssues(Wording words, IEnumerable<Publication> publications) => issues = new(publications
        .GroupBy(p => DateOnly.FromDateTime(words.Local(p.Published).DateTime))
        .ToDictionary(day => day.Key, day => new Shelf(day)));

    /// <summary>Null for a day without an issue.</summary>
    public Shelf? On(DateOnly day, DateTimeOffset now) => issues.TryGetValue(day, out var shelf) && shelf.CountAt(now) > 0 ? shelf : null;

    /// <summary>Days with an issue, in order.</summary>
    public DateOnly[] Days(DateTimeOffset now) => [.. issues.Where(i => i.Value.CountAt(now) > 0).Select(i => i.Key)];
}
