using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Newsroom;

namespace TrendGrains.Press.Tests.World.Grammar;

public sealed class SynonymsTests
{
    [Fact]
    public void A_particle_follows_the_word_that_was_chosen()
    {
        var said = Said("직원은 병원이 가장 가깝다고 했다.", Tongue.Korean);

        Assert.Contains("근로자는 의료 기관이 제일 가깝다고 했다.", said);
        Assert.Contains("직원은 병원이 가장 가깝다고 했다.", said);
        Assert.DoesNotContain(said, s => s.Contains("근로자은", StringComparison.Ordinal) || s.Contains("기관가", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("이 직원용 병원장실은 넓다.", "ko")]
    [InlineData("The hospitality of planners ended.", "en")]
    public void A_part_of_a_word_stays_what_it_is(string text, string language) => Assert.Equal([text], Said(text, Tongues.Of(language)));

    [Fact]
    public void A_house_keeps_to_its_habit_more_often_than_not()
    {
        var template = TemplateParser.Parse("The hospital is full.", Synonyms.Of(Tongue.English));
        var said = Enumerable.Range(0, 200).Select(i => Say(template, Tongue.English, habit: 0, (ulong)i)).CountBy(s => s).Select(s => s.Value).ToArray();

        Assert.Equal(2, said.Length);
        Assert.True(said.Max() > 2 * said.Min());
    }

    private static string[] Said(string text, Tongue tongue)
    {
        var template = TemplateParser.Parse(text, Synonyms.Of(tongue));
        return [.. Enumerable.Range(0, 200).Select(i => Say(template, tongue, i % 5, (ulong)i)).Distinct()];
    }

    private static string Say(Template template, Tongue tongue, int habit, ulong seed) =>
        new Telling(new Cast(new Dictionary<string, Slot>()), new HouseStyle(tongue) { Habit = habit }, 0, DateTimeOffset.UnixEpoch, new Chance(seed)).Sentence(template);
}
