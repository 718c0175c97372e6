using System.Globalization;
using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class PastedLogsTests
{
    [Fact]
    public void Keeps_the_first_lines_of_a_log_in_the_text_and_all_of_it_as_code()
    {
        var log = string.Join('\n', Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"2026-05-03 10:09:{i:00} ERROR step{i}")));
        var cut = Cut(log);
        Assert.EndsWith("10:09:14 ERROR step14", cut.Text, StringComparison.Ordinal);
        Assert.Equal(log, cut.Code);
        Assert.Equal(BlockKind.Code, cut.Kind);
    }

    [Theory]
    [InlineData("call{0}();", 40)] // A program.
    [InlineData("10:09:{0:00} short", 14)] // A log of a screen's height.
    [InlineData("talk at 10:{0:00}", 40)] // A timetable.
    public void Leaves_other_listings_whole(string line, int lines)
    {
        var code = string.Join('\n', Enumerable.Range(0, lines).Select(i => string.Format(CultureInfo.InvariantCulture, line, i)));
        Assert.Contains($"{lines - 1}", Cut(code).Text, StringComparison.Ordinal);
    }

    private static Block Cut(string code)
    {
        List<Block> blocks = [new Block { Kind = BlockKind.Code, Text = code.Replace('\n', ' '), Code = code, Node = 1, Owner = 1, LinkChars = 0, Tag = Tag.Pre }];
        PastedLogs.Cut(blocks);
        return Assert.Single(blocks);
    }
}
