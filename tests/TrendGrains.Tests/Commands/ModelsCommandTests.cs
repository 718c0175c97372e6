using TrendGrains.Commands;
using TrendGrains.TestKit;

namespace TrendGrains.Tests.Commands;

/// <summary>What the verbs of models answer with to scripts: 0 done, 1 failed, 2 wrong usage.</summary>
public sealed class ModelsCommandTests
{
    private static readonly string adverts = Path.Combine(Checkout.Root, "tests/TrendGrains.Reading.Tests/TestData/adverts.jsonl");

    [Theory]
    [InlineData(CommandLine.Done, "--model", "advert", "--rows", "20")]
    [InlineData(CommandLine.Failed, "--model", "advert", "--model", "no-such")]
    [InlineData(CommandLine.Failed, "--model", "article")]
    public async Task Models_are_compared_on_the_rows_of_an_evaluation(int exit, params string[] words) =>
        Assert.Equal(exit, await CommandLine.RunAsync(["evaluate", "advert", "--gold", adverts, "--json", .. words]));

    [Theory]
    [InlineData(CommandLine.WrongUsage, "models")]
    [InlineData(CommandLine.WrongUsage, "models", "promote", "advert")]
    [InlineData(CommandLine.WrongUsage, "models", "promote", "advert", "2", "--shadow", "--canary", "5")]
    [InlineData(CommandLine.WrongUsage, "models", "add", "/nowhere")]
    [InlineData(CommandLine.Failed, "models", "verify", "no-such")]
    [InlineData(CommandLine.Failed, "models", "bench", "no-such")]
    [InlineData(CommandLine.Failed, "models", "promote", "advert", "no-such")]
    [InlineData(CommandLine.Failed, "models", "rollback", "no-such")]
    [InlineData(CommandLine.Done, "models", "list", "--json")]
    [InlineData(CommandLine.Done, "models", "verify", "advert")]
    public async Task A_verb_ends_as_it_went(int exit, params string[] words) => Assert.Equal(exit, await CommandLine.RunAsync(words));
}
