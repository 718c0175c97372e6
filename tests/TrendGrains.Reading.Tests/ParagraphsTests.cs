namespace TrendGrains.Reading.Tests;

public sealed class ParagraphsTests
{
    [Theory]
    [InlineData("One\ntwo\n\nThree", "One two|Three")]
    [InlineData("One\r\n \t\r\nTwo\n\u00A0\n\nThree\n\n", "One|Two|Three")]
    [InlineData(" \n ", "")]
    public void Are_parted_by_blank_lines_that_may_hold_spaces(string text, string paragraphs) =>
        Assert.Equal(paragraphs.Split('|', StringSplitOptions.RemoveEmptyEntries), Paragraphs.Of(text));
}
