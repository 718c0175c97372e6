using TrendGrains.Text.Counting;
using TrendGrains.Text.Fingerprints;

namespace TrendGrains.Text.Tests.Fingerprints;

public sealed class FingerprintsTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void MinHash_estimates_the_likeness_of_sets(double likeness)
    {
        const int size = 1000;
        var shared = (uint)(2 * size * likeness / (1 + likeness));
        var (a, b) = (Enumerable.Range(0, size).Select(i => (uint)i), Enumerable.Range(0, size).Select(i => (uint)i < shared ? (uint)i : (uint)i + 1_000_000));
        var estimates = Enumerable.Range(0, 16).Select(salt => MinHash.Jaccard(Sign(a.Select(x => x + ((uint)salt << 24))), Sign(b.Select(x => x + ((uint)salt << 24)))));

        Assert.InRange(estimates.Average(), likeness - 0.05, likeness + 0.05);
    }

    [Fact]
    public void MinHash_of_a_small_set_fills_every_bin_and_equals_itself()
    {
        var sign = Sign([7, 8]);

        Assert.DoesNotContain(uint.MaxValue, sign);
        Assert.Equal(1, MinHash.Jaccard(sign, Sign([8, 7])));
        Assert.Equal(0, MinHash.Jaccard(sign, Sign([70, 80])));
    }

    [Fact]
    public void MinHash_of_nothing_is_like_nothing() => Assert.Equal(0, MinHash.Jaccard(Sign([]), Sign([])));

    [Fact]
    public void Near_copies_share_a_band_and_strangers_do_not()
    {
        Span<uint> one = stackalloc uint[16], copy = stackalloc uint[16], stranger = stackalloc uint[16];
        MinHash.Bands(Sign(Enumerable.Range(0, 300).Select(i => (uint)i)), 4, one);
        MinHash.Bands(Sign(Enumerable.Range(6, 300).Select(i => (uint)i)), 4, copy);
        MinHash.Bands(Sign(Enumerable.Range(9000, 300).Select(i => (uint)i)), 4, stranger);

        Assert.True(one.ContainsAny(copy));
        Assert.False(one.ContainsAny(stranger));
    }

    [Fact]
    public void SimHash_of_near_copies_lies_close_and_of_strangers_far()
    {
        var one = SimHash.Of(Vector(0, 200));

        Assert.InRange(SimHash.Distance(one, SimHash.Of(Vector(4, 200))), 0, 8);
        Assert.InRange(SimHash.Distance(one, SimHash.Of(Vector(50_000, 200))), 18, 46);
        Assert.Equal(0UL, SimHash.Of(TermVector.Empty));
    }

    private static TermVector Vector(uint from, int count) =>
        new([.. Enumerable.Range(0, count).Select(i => from + (uint)i)], [.. Enumerable.Repeat(1f, count)]);

    private static uint[] Sign(IEnumerable<uint> members)
    {
        var signature = new uint[64];
        MinHash.Sign([.. members], signature);
        return signature;
    }
}
