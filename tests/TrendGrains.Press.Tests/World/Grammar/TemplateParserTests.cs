using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Newsroom;

namespace TrendGrains.Press.Tests.World.Grammar;

public sealed class TemplateParserTests
{
    [Fact]
    public void Reads_choices_within_choices()
    {
        var template = TemplateParser.Parse("[a [b|c]|d] {river}");
        var said = Enumerable.Range(0, 60).Select(i => Say(template, (ulong)i)).Distinct().Order().ToArray();

        Assert.Equal(["A b Naru River", "A c Naru River", "D Naru River"], said);
    }

    [Theory]
    [InlineData("[open")]
    [InlineData("closed]")]
    [InlineData("{slot")]
    public void Refuses_a_bracket_that_nothing_answers(string text) => Assert.Throws<FormatException>(() => TemplateParser.Parse(text));

    private static string Say(Template template, ulong seed)
    {
        var cast = new Cast(new Dictionary<string, Slot> { ["river"] = new Thing(new Name("나루강", "Naru River")) });
        return new Telling(cast, new HouseStyle(Tongue.English), 0, DateTimeOffset.UnixEpoch, new Chance(seed)).Sentence(template);
    }
}
