using TrendGrains.Meaning;

namespace TrendGrains.Tests.Meaning;

public sealed class MeaningGoldTests
{
    [Fact]
    public async Task Rows_with_a_score_are_pairs_to_be_ranked_and_others_are_told()
    {
        var (set, problems) = await ReadAsync("""
            {"sentence1":"a dog runs","sentence2":"a dog is running","score":4.5}
            {"sentence1":"no score","sentence2":"at all"}
            {"ko":"개","en":"dog"}
            """);

        Assert.Equal(["a dog runs"], set.Left);
        Assert.Equal([4.5], set.Scores!);
        Assert.Equal([2, 3], problems.Select(p => int.Parse(p.Split(':')[^2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Rows_of_two_languages_are_translations()
    {
        var (set, problems) = await ReadAsync("""{"ko":"개","en":"dog"}""");

        Assert.Equal(["개"], set.Left);
        Assert.Equal(["dog"], set.Right);
        Assert.Null(set.Scores);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("0009", true)]
    [InlineData("0001", false)]
    public void What_is_held_out_follows_from_the_name_of_the_row_alone(string id, bool held) => Assert.Equal(held, HeldOutSets.IsHeldOut("MSRvid", "2012test", id));

    private static async Task<(MeaningSet Set, List<string> Problems)> ReadAsync(string lines)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, lines);
        try
        {
            return await MeaningGold.ReadAsync(file, CancellationToken.None);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
