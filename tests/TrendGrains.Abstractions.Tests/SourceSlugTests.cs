using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Abstractions.Tests;

public sealed class SourceSlugTests
{
    [Theory]
    [InlineData("Reddit Korea", "reddit-korea")]
    [InlineData("www.example.com/feed.xml?a=1", "www-example-com-feed-xml-a-1")]
    [InlineData("--A--", "a")]
    public void Folds_text_to_a_slug(string text, string slug) => Assert.Equal(slug, SourceSlug.From(text));

    [Fact]
    public void A_long_address_keeps_apart_from_its_neighbour()
    {
        var common = new string('a', 80);

        Assert.NotEqual(SourceSlug.From(common + "1"), SourceSlug.From(common + "2"));
        Assert.True(SourceSlug.IsValid(SourceSlug.From(common)));
    }

    [Theory]
    [InlineData("뉴스")]
    [InlineData("…")]
    public void Text_without_a_latin_letter_still_gives_a_valid_slug(string text) => Assert.True(SourceSlug.IsValid(SourceSlug.From(text)));

    [Fact]
    public void Names_that_lose_letters_keep_apart_and_stay_the_same()
    {
        Assert.StartsWith("kbs-", SourceSlug.From("KBS 뉴스"), StringComparison.Ordinal);
        Assert.NotEqual(SourceSlug.From("KBS 뉴스"), SourceSlug.From("KBS 스포츠"));
        Assert.Equal(SourceSlug.From("한국경제"), SourceSlug.From(" 한국경제".Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal("source-a00c676b", SourceSlug.From("한국경제"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData(null)]
    public void Refuses_what_is_no_slug(string? slug) => Assert.False(SourceSlug.IsValid(slug));
}
