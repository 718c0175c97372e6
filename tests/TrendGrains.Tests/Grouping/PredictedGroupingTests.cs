using System.Text;
using TrendGrains.Grouping;
using TrendGrains.Input;

namespace TrendGrains.Tests.Grouping;

public sealed class PredictedGroupingTests
{
    [Fact]
    public void An_item_has_its_last_trend()
    {
        var grouping = Read("""{"id":1,"trend":"a"}""", """{"id":"1","trend":"b"}""");

        Assert.Equal("b", grouping.TrendOf("1"));
        Assert.Null(grouping.TrendOf("2"));
    }

    [Fact]
    public void Merges_are_followed_to_their_end()
    {
        var grouping = Read("""{"id":1,"trend":"a"}""", """{"trend":"a","mergedInto":"b"}""", """{"trend":"b","mergedInto":"c"}""");

        Assert.Equal("c", grouping.TrendOf("1"));
    }

    [Fact]
    public void Merges_that_go_round_end()
    {
        var grouping = Read("""{"id":1,"trend":"a"}""", """{"trend":"a","mergedInto":"b"}""", """{"trend":"b","mergedInto":"a"}""");

        Assert.NotNull(grouping.TrendOf("1"));
    }

    [Fact]
    public void A_line_that_is_neither_is_refused()
    {
        Assert.False(AssignmentLine.TryParse(Line("""{"trend":"a"}"""), out _, out var problem));
        Assert.Equal("no \"id\"", problem);
    }

    private static PredictedGrouping Read(params string[] lines)
    {
        var grouping = new PredictedGrouping();
        foreach (var line in lines)
        {
            Assert.True(AssignmentLine.TryParse(Line(line), out var assignment, out var problem), problem);
            grouping.Add(assignment);
        }

        return grouping;
    }

    private static InputLine Line(string text) => new(1, Encoding.UTF8.GetBytes(text));
}
