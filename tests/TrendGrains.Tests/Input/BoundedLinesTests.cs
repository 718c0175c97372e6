using System.Text;
using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class BoundedLinesTests
{
    [Fact]
    public async Task Numbers_lines_from_one_and_passes_over_blank_ones()
    {
        var lines = await ReadAsync("a\n\n \r\nb");

        Assert.Equal([(1, "a"), (4, "b")], lines);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_reported_without_its_bytes_and_the_next_one_is_read()
    {
        var lines = await ReadAsync($"{new string('x', 200_000)}\nshort\n{new string('y', 200_000)}", longest: 1000);

        Assert.Equal([(1, null), (2, "short"), (3, null)], lines);
    }

    [Fact]
    public async Task A_line_of_exactly_the_limit_is_kept()
    {
        var lines = await ReadAsync($"{new string('x', 1000)}\n{new string('x', 1001)}\n", longest: 1000);

        Assert.Equal(1000, lines[0].Text!.Length);
        Assert.Null(lines[1].Text);
    }

    private static async Task<List<(int Number, string? Text)>> ReadAsync(string text, int longest = BoundedLines.Longest)
    {
        var lines = new List<(int, string?)>();
        await foreach (var line in BoundedLines.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None, longest))
        {
            lines.Add((line.Number, line.Bytes is null ? null : Encoding.UTF8.GetString(line.Bytes)));
        }

        return lines;
    }
}
