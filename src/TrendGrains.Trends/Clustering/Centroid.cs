namespace TrendGrains.Trends.Clustering;

/// <summary>The middle of what a trend holds: each held item's TF-IDF vector brought to length one, added up. Worked out anew when that changes.</summary>
internal sealed class Centroid
{
    private readonly List<(uint Name, float Share)> names = [];
    private uint[] terms = [];
    private float[] weights = [];

    /// <summary>Terms ascending; their weights lack the inverse document frequency, which the one who compares brings.</summary>
    public ReadOnlySpan<uint> Terms => terms.AsSpan(0, Count);

    public ReadOnlySpan<float> Weights => weights.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Length, by the frequencies known when it was last worked out.</summary>
    public float Norm { get; private set; }

    /// <summary>Every name held, ascending, and the share of the held items that have it.</summary>
    public IReadOnlyList<(uint Name, float Share)> Names => names;

    /// <summary>As it was when its length was <paramref name="norm"/>.</summary>
    public static Centroid Restore(IReadOnlyList<HeldItem> held, float norm)
    {
        var centroid = new Centroid();
        centroid.Work(held, static _ => 0);
        centroid.Norm = norm;
        return centroid;
    }

    public void Work(IReadOnlyList<HeldItem> held, Func<uint, float> idf)
    {
        var most = 0;
        foreach (var item in held)
        {
            most += item.Terms.Length;
        }

        if (terms.Length < most)
        {
            (terms, weights) = (new uint[most], new float[most]);
        }

        var count = 0;
        foreach (var item in held)
        {
            var scale = item.Norm > 0 ? HeldItem.FrequencyUnit / item.Norm : 0;
            for (var i = 0; i < item.Terms.Length; i++)
            {
                (terms[count], weights[count]) = (item.Terms[i], item.Frequencies[i] * scale);
                count++;
            }
        }

        Array.Sort(terms, weights, 0, count);
        Count = 0;
        var square = 0f;
        for (var i = 0; i < count;)
        {
            var (term, sum) = (terms[i], 0f);
            for (; i < count && terms[i] == term; i++)
            {
                sum += weights[i];
            }

            (terms[Count], weights[Count]) = (term, sum);
            Count++;
            var weight = sum * idf(term);
            square += weight * weight;
        }

        Norm = MathF.Sqrt(square);
        WorkNames(held);
    }

    private void WorkNames(IReadOnlyList<HeldItem> held)
    {
        names.Clear();
        foreach (var item in held)
        {
            foreach (var name in item.Names)
            {
                names.Add((name, 1f / held.Count));
            }
        }

        names.Sort(static (a, b) => a.Name.CompareTo(b.Name));
        var last = -1;
        for (var i = 0; i < names.Count; i++)
        {
            if (last >= 0 && names[last].Name == names[i].Name)
            {
                names[last] = (names[last].Name, names[last].Share + names[i].Share);
            }
            else
            {
                names[++last] = names[i];
            }
        }

        names.RemoveRange(last + 1, names.Count - last - 1);
    }
}
