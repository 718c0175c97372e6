namespace TrendGrains.Text.Tests;

public sealed class TextHashTests
{
    /// <summary>SHA-256("abc") is ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad (FIPS 180-4).</summary>
    [Fact]
    public void Is_the_head_of_SHA_256_over_UTF_8()
    {
        Assert.Equal(Guid.Parse("ba7816bf-8f01-cfea-4141-40de5dae2223"), TextHash.Hash128("abc"));
    }

    [Fact]
    public void Tells_texts_apart() => Assert.NotEqual(TextHash.Hash128("가"), TextHash.Hash128("나"));
}
