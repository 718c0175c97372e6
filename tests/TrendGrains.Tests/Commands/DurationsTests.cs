using System.CommandLine;
using TrendGrains.Commands;

namespace TrendGrains.Tests.Commands;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("0s", 0)]
    [InlineData("1.5m", 90)]
    [InlineData("6h", 21600)]
    [InlineData("1d", 86400)]
    public void Reads_what_people_write(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("15")]
    [InlineData("m")]
    [InlineData("-1s")]
    [InlineData("5 parsecs")]
    [InlineData("999999999d")]
    public void Refuses_the_rest(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData(new[] { "--every", "auto" }, 0)]
    [InlineData(new[] { "--every", "15m" }, 900)]
    [InlineData(new string[0], 60)]
    public void A_word_may_stand_for_nothing(string[] words, double seconds)
    {
        var every = Durations.Option("--every", "", TimeSpan.FromMinutes(1), zero: "auto");

        Assert.Equal(TimeSpan.FromSeconds(seconds), new Command("x") { every }.Parse(words).GetValue(every));
    }

    [Fact]
    public void The_word_is_no_duration_elsewhere() =>
        Assert.NotEmpty(new Command("x") { Durations.Option("--delay", "", null) }.Parse(["--delay", "auto"]).Errors);
}
