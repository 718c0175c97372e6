using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Tests.Counting;

public sealed class StableMathTests
{
    [Theory]
    [InlineData(1e-310)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.4142135623730951)]
    [InlineData(10)]
    [InlineData(1e300)]
    public void Agrees_with_the_library_to_twelve_digits(double x)
    {
        Assert.Equal(Math.Log2(x), StableMath.Log2(x), 1e-11);
        Assert.Equal(1, StableMath.Exp2(Math.Log2(x) / 2) / Math.Sqrt(x), 1e-11);
    }

    [Fact]
    public void Knows_the_ends()
    {
        Assert.Equal(double.NegativeInfinity, StableMath.Log2(0));
        Assert.Equal(double.NaN, StableMath.Log2(-1));
        Assert.Equal(double.PositiveInfinity, StableMath.Log2(double.PositiveInfinity));
        Assert.Equal(0, StableMath.Exp2(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, StableMath.Exp2(2000));
        Assert.Equal(8, StableMath.Exp2(3));
    }
}
