using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class SourceLanguagesTests
{
    private const string English = "The prime minister said on Monday that the government will not change its plan for the railways.";
    private const string Short = "Italia e Roma";
    private readonly SourceLanguages languages = new();

    [Fact]
    public void A_headline_is_in_the_language_that_its_source_mostly_speaks()
    {
        HearEnglish(18);
        Assert.NotEqual("en", languages.Hear("bbc", Short));
        Assert.Equal("en", languages.Hear("bbc", Short));
        Assert.Equal("en", languages.Of("bbc"));
    }

    [Fact]
    public void Letters_of_another_script_are_believed_before_the_source()
    {
        HearEnglish(30);

        Assert.Equal("ko", languages.Hear("bbc", "부산 항구에 태풍이 왔다"));
    }

    [Fact]
    public void A_long_text_is_believed_before_the_source()
    {
        HearEnglish(30);

        Assert.Equal("de", languages.Hear("bbc", string.Concat(Enumerable.Repeat("Die Regierung hat am Montag mitgeteilt, dass sie den Plan für die Eisenbahn nicht ändern wird. ", 4))));
    }

    [Fact]
    public void A_source_of_many_languages_or_of_few_items_speaks_none()
    {
        HearEnglish(15);
        Assert.Null(languages.Of("bbc"));
        for (var i = 0; i < 15; i++)
        {
            languages.Hear("bbc", "부산 항구에 태풍이 왔다");
        }

        Assert.Null(languages.Of("bbc"));
        Assert.Null(languages.Of("never heard"));
    }

    private void HearEnglish(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal("en", languages.Hear("bbc", English));
        }
    }
}
