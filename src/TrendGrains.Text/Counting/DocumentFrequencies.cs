namespace TrendGrains.Text.Counting;

/// <summary>
/// In how many documents each term stood, counted as they come. Bounded: when the table is full every count is halved and what was seen once
/// is forgotten, so the newer past counts more and a rare word stays rare. Open addressing; no part depends on the machine.
/// </summary>
public sealed class DocumentFrequencies
{
    /// <summary>
    /// A table starts as if so many documents had gone before: or the second document of a stream would call every word of the first one common.
    /// </summary>
    public const double Before = 3_000;

    private uint[] keys;
    private int[] counts;

    /// <param name="capacity">Most terms that are kept; at least 1,024, taken up to a power of two.</param>
    public DocumentFrequencies(int capacity = 1 << 18)
    {
        Capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 1024));
        (keys, counts) = (new uint[2048], new int[2048]);
    }

    public int Capacity { get; }

    /// <summary>Documents counted, less what was halved away.</summary>
    public int Documents { get; private set; }

    /// <summary>Terms known.</summary>
    public int Terms { get; private set; }

    /// <param name="distinct">The document's terms, each once.</param>
    public void Add(ReadOnlySpan<uint> distinct)
    {
        Documents++;
        Extend(distinct);
    }

    /// <summary>More terms of a document that was counted before.</summary>
    public void Extend(ReadOnlySpan<uint> distinct)
    {
        foreach (var term in distinct)
        {
            var slot = Slot(keys, counts, term);
            if (counts[slot]++ == 0)
            {
                keys[slot] = term;
                Terms++;
                MakeRoom();
            }
        }
    }

    public int Count(uint term) => counts[Slot(keys, counts, term)];

    /// <summary>
    /// log2((documents + <see cref="Before"/> + 1) / (count + ½)), where the documents before held each word as often as text in general does:
    /// what a term weighs, never below 0.
    /// </summary>
    public float Idf(uint term) =>
        (float)Math.Max(0, StableMath.Log2((Documents + Before + 1) / (Count(term) + (Before * BackgroundFrequencies.Share(term)) + 0.5)));

    /// <summary>Every term and its count, by term.</summary>
    public (uint Term, int Count)[] ToArray()
    {
        var all = new (uint Term, int Count)[Terms];
        var next = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (counts[i] > 0)
            {
                all[next++] = (keys[i], counts[i]);
            }
        }

        Array.Sort(all, static (a, b) => a.Term.CompareTo(b.Term));
        return all;
    }

    /// <summary>A table that holds what <see cref="ToArray"/> gave.</summary>
    /// <exception cref="ArgumentException">It holds more than the capacity allows, a term twice, or a count below 1.</exception>
    public static DocumentFrequencies Of(int capacity, int documents, ReadOnlySpan<(uint Term, int Count)> terms)
    {
        var table = new DocumentFrequencies(capacity) { Documents = documents };
        if (terms.Length > table.Capacity || documents < 0)
        {
            throw new ArgumentException($"{terms.Length} terms of {documents} documents do not fit {table.Capacity}.", nameof(terms));
        }

        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, terms.Length)) * 2;
        (table.keys, table.counts, table.Terms) = (new uint[size], new int[size], terms.Length);
        foreach (var (term, count) in terms)
        {
            var slot = Slot(table.keys, table.counts, term);
            if (count < 1 || table.counts[slot] != 0)
            {
                throw new ArgumentException($"Term {term} stands twice or counts {count}.", nameof(terms));
            }

            (table.keys[slot], table.counts[slot]) = (term, count);
        }

        return table;
    }

    private void MakeRoom()
    {
        if (Terms > Capacity)
        {
            Documents /= 2;
            Resize(keys.Length, halve: true);
        }
        else if (Terms * 2 > keys.Length)
        {
            Resize(keys.Length * 2, halve: false);
        }
    }

    private void Resize(int size, bool halve)
    {
        var (oldKeys, oldCounts) = (keys, counts);
        (keys, counts, Terms) = (new uint[size], new int[size], 0);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            var count = halve ? oldCounts[i] / 2 : oldCounts[i];
            if (count > 0)
            {
                var slot = Slot(keys, counts, oldKeys[i]);
                (keys[slot], counts[slot]) = (oldKeys[i], count);
                Terms++;
            }
        }
    }

    /// <summary>Where the term stands, or the free place where it would.</summary>
    private static int Slot(uint[] keys, int[] counts, uint term)
    {
        var mask = keys.Length - 1;
        var slot = (int)(term & (uint)mask);
        while (counts[slot] != 0 && keys[slot] != term)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
