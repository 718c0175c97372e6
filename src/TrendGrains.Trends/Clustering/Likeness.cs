using TrendGrains.Text.Counting;

namespace TrendGrains.Trends.Clustering;

/// <summary>
/// Compares one item with trends. A word weighs by the frequencies known now: the item's weights are worked out once, and what is held brings
/// only its counts and its length.
/// </summary>
internal sealed class Likeness(DocumentFrequencies frequencies)
{
    private float[] body = [];
    private float[] title = [];
    private float[] names = [];
    private float[] numbers = [];
    private float[] rarities = [];
    private float ofItem;
    private int fresh;
    private HeldItem item = null!;

    /// <summary>From now on <paramref name="next"/> is compared.</summary>
    public void Take(HeldItem next)
    {
        item = next;
        Square(next.Terms, ref body);
        Square(next.TitleTerms, ref title);
        Square(next.Names, ref names);
        Square(next.Numbers, ref numbers);
        if (rarities.Length < next.Names.Length)
        {
            rarities = new float[96];
        }

        (ofItem, fresh) = (0, 0);
        for (var i = 0; i < next.Names.Length; i++)
        {
            rarities[i] = Rarity(next.Names[i]);
            ofItem += rarities[i];
            fresh += frequencies.Count(next.Names[i]) == 0 ? 1 : 0;
        }
    }

    /// <summary>What joins the item to the trend, and the held item nearest to it.</summary>
    public (Evidence Evidence, HeldItem Nearest) With(OpenTrend trend)
    {
        Span<float> bodies = stackalloc float[OpenTrend.MostHeld];
        Span<float> titles = stackalloc float[OpenTrend.MostHeld];
        Span<float> covers = stackalloc float[OpenTrend.MostHeld];
        Span<float> fact = stackalloc float[OpenTrend.MostHeld];
        Span<float> dense = stackalloc float[OpenTrend.MostHeld];
        var held = trend.Held;
        var (nearest, best, figures) = (held[0], -1f, 0f);
        var match = NamesWith(trend);
        for (var i = 0; i < held.Count; i++)
        {
            var other = held[i];
            bodies[i] = Body(other);
            titles[i] = Cosine(item.TitleTerms, other.TitleTerms, title, item.TitleNorm * other.TitleNorm);
            covers[i] = Cover(other);
            fact[i] = Cosine(item.Names, other.Names, names, item.NamesNorm * other.NamesNorm);
            figures = Math.Max(figures, Figures(other));
            dense[i] = DenseDot.Cosine(item.Vector, other.Vector);
            if (bodies[i] + titles[i] + covers[i] + dense[i] is var sum && sum > best)
            {
                (nearest, best) = (other, sum);
            }
        }

        var gap = item.Time > trend.LastSeen ? item.Time - trend.LastSeen : item.Time < trend.FirstSeen ? trend.FirstSeen - item.Time : TimeSpan.Zero;
        var evidence = new Evidence
        {
            Middle = trend.Middle is { } middle ? Middle(middle) : bodies[0],
            Body = Max(bodies[..held.Count]),
            BodyMean = TopMean(bodies[..held.Count]),
            Title = Max(titles[..held.Count]),
            TitleMean = TopMean(titles[..held.Count]),
            Cover = Max(covers[..held.Count]),
            CoverMean = TopMean(covers[..held.Count]),
            Names = Max(fact[..held.Count]),
            NamesMean = TopMean(fact[..held.Count]),
            Dense = Max(dense[..held.Count]),
            DenseMean = TopMean(dense[..held.Count]),
            NamesTold = match.Told,
            NamesCore = match.Core,
            NamesOwn = match.Own,
            NamesNew = fresh / (fresh + 3f),
            Figures = figures,
            Recency = (float)StableMath.Exp2(-(gap / TimeSpan.FromDays(1))),
            Brevity = 1f / (1 + Math.Min(item.Terms.Length, nearest.Terms.Length)),
            Copy = Copies(held),
            Youth = 1f / held.Count,
            HasNames = item.Names.Length > 0 && nearest.Names.Length > 0,
            HasVectors = item.Vector is not null && nearest.Vector is not null,
            OnlyThisSource = trend.Voices.Count == 1 && trend.Voices.Holds(item.Source),
        };
        return (evidence, nearest);
    }

    /// <summary>How the item's names and the trend's agree; a name counts by how few trends ever had it.</summary>
    private NameMatch NamesWith(OpenTrend trend)
    {
        var (told, core, ofTrend, own, at) = (0f, 0f, 0f, 0f, 0);
        var first = trend.Held[0].Names;
        var count = trend.Middle?.Names.Count ?? first.Length;
        for (var i = 0; i < count; i++)
        {
            var (name, share) = trend.Middle is { } middle ? middle.Names[i] : (first[i], 1f);
            while (at < item.Names.Length && item.Names[at] < name)
            {
                at++;
            }

            var shared = at < item.Names.Length && item.Names[at] == name;
            var weight = shared ? rarities[at] : Rarity(name);
            if (shared)
            {
                told += weight;
                core += weight * share * share;

                // Half for a name that one trend has, an eighth for one that two have: only what is nearly its own marks a trend.
                own += weight * weight * weight * weight;
            }

            ofTrend += weight * share * share;
        }

        return new NameMatch(ofItem > 0 ? told / ofItem : 0, ofTrend > 0 ? core / ofTrend : 0, own / (own + 0.25f));
    }

    /// <summary>Share of the numbers that agree, of the one that has fewer, by weight; small for one common number.</summary>
    private float Figures(HeldItem other)
    {
        var shared = Shared(item.Numbers, other.Numbers, numbers);
        return shared / (shared + 100);
    }

    /// <summary>One over the root of how many trends have it: a name weighs most where it is new.</summary>
    private float Rarity(uint term) =>
        1 / MathF.Sqrt(1 + frequencies.Count(term) + (frequencies.Documents * BackgroundFrequencies.Share(term)));

    private bool Copies(List<HeldItem> held)
    {
        foreach (var other in held)
        {
            if (other.Agreement(item) >= OpenTrend.CopyLikeness)
            {
                return true;
            }
        }

        return false;
    }

    private float Body(HeldItem other)
    {
        var scale = item.Norm * other.Norm;
        if (scale <= 0)
        {
            return 0;
        }

        var (a, b) = (item.Terms, other.Terms);
        var (i, j, sum) = (0, 0, 0f);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            if (x == y)
            {
                sum += body[i] * item.Frequencies[i] * other.Frequencies[j];
                i++;
                j++;
            }
            else
            {
                i += x < y ? 1 : 0;
                j += x < y ? 0 : 1;
            }
        }

        return Math.Min(1, sum * HeldItem.FrequencyUnit * HeldItem.FrequencyUnit / scale);
    }

    private float Middle(Centroid other)
    {
        var scale = item.Norm * other.Norm;
        var (i, j, sum) = (0, 0, 0f);
        ReadOnlySpan<uint> a = item.Terms, b = other.Terms;
        var weights = other.Weights;
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            if (x == y)
            {
                sum += body[i] * item.Frequencies[i] * weights[j];
                i++;
                j++;
            }
            else
            {
                i += x < y ? 1 : 0;
                j += x < y ? 0 : 1;
            }
        }

        return scale > 0 ? Math.Min(1, sum * HeldItem.FrequencyUnit / scale) : 0;
    }

    /// <summary>How much of each one's title the other one tells, the mean of both ways: a headline and a long article can be full matches.</summary>
    private float Cover(HeldItem other)
    {
        var there = item.TitleNorm > 0 ? Shared(item.TitleTerms, other.Terms, title) / (item.TitleNorm * item.TitleNorm) : 0;
        var here = other.TitleNorm > 0 ? Shared(item.Terms, other.TitleTerms, body) / (other.TitleNorm * other.TitleNorm) : 0;
        return Math.Min(1, (there + here) / 2);
    }

    private static float Cosine(uint[] a, uint[] b, float[] squares, float scale) => scale > 0 ? Math.Min(1, Shared(a, b, squares) / scale) : 0;

    /// <summary>Sum of the squared weights of the terms that both hold; the weights are those of <paramref name="a"/>.</summary>
    private static float Shared(uint[] a, uint[] b, float[] squares)
    {
        var (i, j, sum) = (0, 0, 0f);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            if (x == y)
            {
                sum += squares[i];
                i++;
                j++;
            }
            else
            {
                i += x < y ? 1 : 0;
                j += x < y ? 0 : 1;
            }
        }

        return sum;
    }

    private void Square(uint[] terms, ref float[] squares)
    {
        if (squares.Length < terms.Length)
        {
            squares = new float[Math.Max(96, terms.Length)];
        }

        for (var i = 0; i < terms.Length; i++)
        {
            var weight = frequencies.Idf(terms[i]);
            squares[i] = weight * weight;
        }
    }

    private static float Max(ReadOnlySpan<float> values)
    {
        var most = 0f;
        foreach (var value in values)
        {
            most = Math.Max(most, value);
        }

        return most;
    }

    /// <summary>Mean of the three highest: one lucky match is not enough once a trend has several items, or stories chain into one another.</summary>
    private static float TopMean(Span<float> values)
    {
        values.Sort();
        var top = Math.Min(3, values.Length);
        var sum = 0f;
        for (var i = values.Length - 1; i >= values.Length - top; i--)
        {
            sum += values[i];
        }

        return sum / top;
    }

    private readonly record struct NameMatch(float Told, float Core, float Own);
}
