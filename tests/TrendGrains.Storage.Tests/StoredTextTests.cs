namespace TrendGrains.Storage.Tests;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("plain 한글 🌊")]
    [InlineData("\uFFFD\uFFFF\u0001")]
    public void What_postgres_can_hold_stays_as_it_is(string? text) => Assert.Same(text, StoredText.Clean(text));

    // Not in attributes: their strings are UTF-8 in metadata, where a lone surrogate cannot be.
    [Fact]
    public void What_it_cannot_hold_is_replaced_one_for_one()
    {
        Assert.Equal("a\uFFFDb", StoredText.Clean("a\0b"));
        Assert.Equal("\uFFFD", StoredText.Clean("\ud83c"));
        Assert.Equal("\uFFFD\uFFFD", StoredText.Clean("\udf0a\ud83c"));
        Assert.Equal("x\uFFFDy", StoredText.Clean("x\ud83cy"));
        Assert.Equal("\uFFFD🌊", StoredText.Clean("\ud83c\ud83c\udf0a"));
        Assert.Equal("🌊\uFFFD", StoredText.Clean("🌊\udf0a"));
    }
}
