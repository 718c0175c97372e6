using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Tests.Counting;

public sealed class TermVectorTests
{
    [Fact]
    public void Cosine_is_that_of_the_dense_vectors()
    {
        var a = new TermVector([1, 5, 9], [1, 2, 2]);
        var b = new TermVector([5, 9, 12], [4, 0, 3]);

        Assert.Equal(8f / 15, TermVector.Cosine(a, b), 6);
        Assert.Equal(1, TermVector.Cosine(a, a), 6);
        Assert.Equal(0, TermVector.Cosine(a, TermVector.Empty));
    }

    [Fact]
    public void Refuses_terms_out_of_order() => Assert.Throws<ArgumentException>(() => new TermVector([2, 1], [1, 1]));
}
