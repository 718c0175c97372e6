using System.Globalization;
using TrendGrains.Inference.Tokenizers.Hub;
using TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

namespace TrendGrains.Inference.Tests.Tokenizers.Hub;

public sealed class RegexPatternTests
{
    [Fact]
    public void Stands_for_each_character_beyond_the_basic_plane_with_one_of_its_category()
    {
        var wrong = Enumerable.Range(0x10000, 0x100000)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(RegexPattern.Standing(c)) != CharUnicodeInfo.GetUnicodeCategory(c));

        Assert.Empty(wrong.Take(5).Select(c => $"U+{c:X} {CharUnicodeInfo.GetUnicodeCategory(c)}"));
    }

    [Theory]
    [InlineData(@"\p{L}+", "a𝒜b가 𠮷野", "a𝒜b가|𠮷野")]
    [InlineData(@"\p{N}{1,3}", "𝟘𝟙𝟚𝟛 12", "𝟘𝟙𝟚|𝟛|12")]
    [InlineData("[^\\s\\p{L}\\p{N}]+", "😀😃 ok 🇰🇷", "😀😃|🇰🇷")]
    [InlineData(@"a{2}+", "aaaaa", "aaaa")]
    [InlineData(@"a++a", "aaaa", "")]
    [InlineData("(?i:'s)", "it'S x'ſ y's", "'S|'ſ|'s")]
    [InlineData(@"\w+", "x²_ⓐ𝒜 🄰🅱", "x²_ⓐ𝒜|🄰🅱")]
    [InlineData("[[:punct:]]", "a+b.c$", "+|.|$")]
    [InlineData(@"^b$", "a\nb\nc", "b")]
    public void Matches_what_oniguruma_matches(string pattern, string text, string expected)
    {
        var sections = new List<Section>();
        new RegexPattern(pattern).Find(text, sections);

        Assert.Equal(expected, string.Join('|', sections.Where(s => s.IsMatch).Select(s => text[s.Start..s.End])));
        Assert.Equal(text, string.Concat(sections.Select(s => text[s.Start..s.End])));
    }

    [Theory]
    [InlineData(@"\p{Han}", "the property 'Han' is not known")]
    [InlineData("[a-z&&[^aeiou]]", "a class inside a class is not known")]
    [InlineData("(?<name>a)", "'(?<n' is not known")]
    [InlineData("(?m:.)", "'(?m:' is not known")]
    [InlineData(@"\h", @"'\h' is not known")]
    [InlineData("a{1,2}?", "a lazy interval is not known")]
    [InlineData("(a", "a group does not end")]
    [InlineData("[a", "a class does not end")]
    [InlineData("a)", "cannot be read")]
    public void Refuses_what_it_cannot_follow_exactly(string pattern, string why) =>
        Assert.Contains(why, Assert.Throws<TokenizerFormatException>(() => new RegexPattern(pattern)).Message, StringComparison.Ordinal);
}
