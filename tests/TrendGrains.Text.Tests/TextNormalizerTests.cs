namespace TrendGrains.Text.Tests;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("  a \t\r\n b\u00A0\u3000c ", "a b c")]
    [InlineData("가나", "가나")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth \uFEFFmark", "softhyphen zerowidth mark")]
    [InlineData("nu\0ll \u0007bell", "null bell")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void Folds_white_space_composes_and_drops_what_cannot_be_seen(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Fold(text));

    [Fact]
    public void Keeps_emoji_families_and_Persian_joiners_whole()
    {
        const string text = "👨\u200D👩\u200D👧 می\u200Cخواهم";
        Assert.Equal(text, TextNormalizer.Fold(text));
    }

    // Not a row of the theory: the test runner itself cannot carry half a letter.
    [Fact]
    public void Drops_half_a_surrogate_pair() => Assert.Equal("lone surrogate", TextNormalizer.Fold("lone \uD800 surrogate"));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        var once = TextNormalizer.Fold("e\u0301  x\u200B \uD800\uDC00 \uDC00");
        Assert.Equal(once, TextNormalizer.Fold(once));
    }
}
