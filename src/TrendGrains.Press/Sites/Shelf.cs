using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>Publications in order of time, asked for as of a moment: what is not yet published does not exist.</summary>
internal sealed class Shelf
{
    private readonly Publication[] publications;
    private readonly DateTimeOffset[] changes;

    public Shelf(IEnumerable<Publication> publications)
    {
        this.publications = [.. publications.OrderBy(p => p.Published).ThenBy(p => p.Id, StringComparer.Ordinal)];
        changes = [.. this.publications.SelectMany(p => p.Edits.Select(e => e.At).Prepend(p.Published)).Order()];
    }

    public IReadOnlyList<Publication> All => publications;

    /// <summary>How many are published by then: they are the first of <see cref="All"/>.</summary>
    public int CountAt(DateTimeOffset now) => Until(publications, p => p.Published, now);

    /// <summary>Grows with every publication and edit: between two changes the shelf looks the same.</summary>
    public int VersionAt(DateTimeOffset now) => Until(changes, c => c, now);

    /// <summary>When it last changed by then; null while it is empty.</summary>
    public DateTimeOffset? ChangedAt(DateTimeOffset now) => VersionAt(now) is > 0 and var version ? changes[version - 1] : null;

    /// <summary>Newest first.</summary>
    public IEnumerable<Publication> NewestAt(DateTimeOffset now)
    {
        for (var i = CountAt(now) - 1; i >= 0; i--)
        {
            yield return publications[i];
        }
    }

    /// <summary>How many of a sorted array lie at or before a moment.</summary>
    private static int Until<T>(T[] sorted, Func<T, DateTimeOffset> time, DateTimeOffset now)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = time(sorted[middle]) <= now ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
