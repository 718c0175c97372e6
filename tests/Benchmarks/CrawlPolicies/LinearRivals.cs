using TrendGrains.Crawling.Policies;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>Two contextual bandits out of the textbook, to compare with: they know each link's features, but neither groups nor what a page leads to.</summary>
internal abstract class LinearRival(int seed) : IFrontierPolicy
{
    /// <summary>Scoring a whole pool at each choice would take minutes a crawl.</summary>
    private const int Looked = 256;

    private readonly List<FrontierLink> pool = [];
    private readonly HashSet<long> waiting = [];

    protected Random Random { get; } = new(seed);

    public int Count => pool.Count;

    public void Add(FrontierLink link)
    {
        if (waiting.Add(link.Id))
        {
            pool.Add(link);
        }
    }

    public PolicyChoice? Choose()
    {
        if (pool.Count == 0)
        {
            return null;
        }

        var (best, most) = (0, double.NegativeInfinity);
        for (var i = 0; i < Math.Min(Looked, pool.Count); i++)
        {
            var at = pool.Count <= Looked ? i : Random.Next(pool.Count);
            var score = Score(pool[at]);
            (best, most) = score > most ? (at, score) : (best, most);
        }

        var link = pool[best];
        pool[best] = pool[^1];
        pool.RemoveAt(pool.Count - 1);
        waiting.Remove(link.Id);
        return new PolicyChoice(link, 1, "", most);
    }

    public abstract void Learn(PolicyChoice choice, double reward);

    public byte[] Save() => [];

    protected abstract double Score(FrontierLink link);
}

/// <summary>LinUCB with one ridge regression for all links (Li et al. 2010) on eighteen dense features.</summary>
internal sealed class LinUcb(int seed, double width) : LinearRival(seed)
{
    private const int Size = 18;

    private readonly double[,] inverse = Identity();
    private readonly double[] sums = new double[Size];
    private readonly double[] weights = new double[Size];

    public override void Learn(PolicyChoice choice, double reward)
    {
        // Sherman and Morrison: the inverse of A + xx' without inverting.
        var x = Features(choice.Link);
        var ax = Times(x);
        var scale = 1 + Dot(x, ax);
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                inverse[i, j] -= ax[i] * ax[j] / scale;
            }

            sums[i] += reward * x[i];
        }

        Times(sums).CopyTo(weights, 0);
    }

    protected override double Score(FrontierLink link)
    {
        var x = Features(link);
        return Dot(weights, x) + (width * Math.Sqrt(Math.Max(0, Dot(x, Times(x)))));
    }

    private static double[] Features(FrontierLink link)
    {
        var s = LinkShape.Of(link);
        return
        [
            1, One(s.Dated), One(s.Slug), One(s.Numbered), One(s.Paged), One(s.HasQuery), One(s.Listing), One(s.Service), One(s.BelowArticles), One(s.Folder),
            One(s.NumberAnchor), One(s.InHeading), One(s.InFrame), Math.Min(s.Segments, 6) / 6.0, Math.Min(s.AnchorLength, 60) / 60.0, Math.Min(s.Depth, 5) / 5.0,
            One(link.Clue.FromKind == "article"), StaticScore.Of(s),
        ];
    }

    private double[] Times(double[] x)
    {
        var result = new double[Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                result[i] += inverse[i, j] * x[j];
            }
        }

        return result;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b).Sum(p => p.First * p.Second);

    private static double One(bool holds) => holds ? 1 : 0;

    private static double[,] Identity()
    {
        var matrix = new double[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            matrix[i, i] = 1;
        }

        return matrix;
    }
}

/// <summary>Thompson sampling over the hashed features with a diagonal posterior (Chapelle and Li 2011).</summary>
internal sealed class HashedThompson(int seed, double spread) : LinearRival(seed)
{
    private readonly double[] means = new double[LinkFeatures.Size];
    private readonly double[] precisions = [.. Enumerable.Repeat(1.0, LinkFeatures.Size)];
    private readonly Dictionary<long, (ushort[] Features, double Prior)> known = [];

    public override void Learn(PolicyChoice choice, double reward)
    {
        var (features, prior) = Known(choice.Link);
        var expected = 1 / (1 + Math.Exp(-(prior + features.Sum(f => means[f]))));
        foreach (var f in features)
        {
            precisions[f] += expected * (1 - expected);
            means[f] += (reward - expected) / precisions[f] / Math.Sqrt(features.Length);
        }
    }

    protected override double Score(FrontierLink link)
    {
        var (features, prior) = Known(link);
        var noise = Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble())) * Math.Cos(2 * Math.PI * Random.NextDouble());
        return prior + features.Sum(f => means[f]) + (spread * noise * Math.Sqrt(features.Average(f => 1 / precisions[f])));
    }

    private (ushort[] Features, double Prior) Known(FrontierLink link)
    {
        if (!known.TryGetValue(link.Id, out var found))
        {
            var shape = LinkShape.Of(link);
            known[link.Id] = found = (LinkFeatures.Of(link, shape, null, null), 0.2 * StaticScore.LogOdds(shape));
        }

        return found;
    }
}
