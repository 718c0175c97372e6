using TrendGrains.Text.English;

namespace TrendGrains.Text.Tests.English;

public sealed class EnglishStemTests
{
    [Theory]
    [InlineData("arrests", "arrest")]
    [InlineData("arrested", "arrest")]
    [InlineData("arresting", "arrest")]
    [InlineData("charges", "charg")]
    [InlineData("charged", "charg")]
    [InlineData("charge", "charg")]
    [InlineData("ties", "tie")]
    [InlineData("cities", "citi")]
    [InlineData("city", "citi")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("hope", "hope")]
    [InlineData("killing", "kill")]
    [InlineData("agreed", "agre")]
    [InlineData("agree", "agre")]
    [InlineData("gas", "gas")]
    [InlineData("glass", "glass")]
    [InlineData("virus", "virus")]
    [InlineData("sing", "sing")]
    [InlineData("red", "red")]
    [InlineData("covid", "covid")]
    [InlineData("by", "by")]
    public void Brings_inflections_to_one_stem(string word, string stem)
    {
        var letters = word.ToCharArray();

        Assert.Equal(stem, new string(letters, 0, EnglishStem.Length(letters)));
    }
}
