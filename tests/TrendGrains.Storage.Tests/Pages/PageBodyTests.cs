using TrendGrains.Storage.Pages;

namespace TrendGrains.Storage.Tests.Pages;

public sealed class PageBodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    public void Comes_back_as_it_went(int length)
    {
        var body = new byte[length];
        new Random(1).NextBytes(body);

        Assert.Equal(body, PageBody.Decompress(PageBody.Compress(body)));
    }

    [Fact]
    public void Repetition_takes_little_room() => Assert.InRange(PageBody.Compress(new byte[1_000_000]).Length, 1, 1_000);

    [Fact]
    public void A_damaged_body_is_told()
    {
        var stored = PageBody.Compress("some words, some words, some words"u8.ToArray());

        Assert.Throws<InvalidDataException>(() => PageBody.Decompress(stored[..^3]));
    }
}
