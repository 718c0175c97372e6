using TrendGrains.Press.World.Language.English;

namespace TrendGrains.Press.Tests.World.Language.English;

public sealed class EnglishProseTests
{
    [Theory]
    [InlineData("It is a(n) overheated line.", "It is an overheated line.")]
    [InlineData("It was a(n) union and a(n) hour.", "It was a union and an hour.")]
    [InlineData("a(n) 8 percent rise", "An 8 percent rise")]
    [InlineData("a(n) flood", "A flood")]
    public void Writes_an_before_an_open_sound(string marked, string expected) => Assert.Equal(expected, EnglishProse.Finish(marked));

    [Theory]
    [InlineData("the mayor left. the city slept.", "The mayor left. The city slept.")]
    [InlineData("said Professor Han,. then", "Said Professor Han. Then")]
    [InlineData("1.3 million people", "1.3 million people")]
    public void Begins_sentences_with_a_capital(string raw, string expected) => Assert.Equal(expected, EnglishProse.Finish(raw));

    [Fact]
    public void Keeps_small_words_small_in_a_capitalised_headline() =>
        Assert.Equal("Floods in the Port City Leave 12 Dead", EnglishProse.TitleCase("Floods in the port city leave 12 dead"));
}
