using Pgvector;

namespace TrendGrains.StandIns.Pgvector.Tests;

[Trait("Build", "contract")]
public sealed class HalfVectorTests
{
    [Fact]
    public void Two_with_the_same_elements_are_equal()
    {
        Assert.Equal(VectorContext.Vector(1, 2.5f), VectorContext.Vector(1, 2.5f));
        Assert.Equal(VectorContext.Vector(1, 2.5f).GetHashCode(), VectorContext.Vector(1, 2.5f).GetHashCode());
    }

    [Theory]
    [InlineData(new float[] { 1, 2 }, new float[] { 2, 1 })]
    [InlineData(new float[] { 1, 2 }, new float[] { 1, 2, 0 })]
    public void Another_element_or_another_length_makes_them_differ(float[] one, float[] other) =>
        Assert.NotEqual(VectorContext.Vector(one), VectorContext.Vector(other));

    [Fact]
    public void Is_spelled_as_postgres_spells_it() => Assert.Equal("[1,-0.5,0]", VectorContext.Vector(1, -0.5f, 0).ToString());

    [Fact]
    public void Keeps_its_elements() => Assert.Equal([(Half)3, (Half)4], new HalfVector(new[] { (Half)3, (Half)4 }).Memory.ToArray());
}
