using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Sources;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class SourceRulesTests
{
    private static readonly SourceDefinition good = new() { Slug = "a", Kind = SourceKind.Feed, Url = "https://example.com/feed" };

    [Fact]
    public void A_good_source_passes() => SourceRules.Check(good, "a");

    [Fact]
    public void A_file_needs_no_address() => SourceRules.Check(good with { Kind = SourceKind.File, Url = "" }, "a");

    public static TheoryData<string, SourceDefinition> Wrong() => new()
    {
        { "the id is", good with { Slug = "A!" } },
        { "was sent to", good with { Slug = "b" } },
        { "not an absolute http", good with { Url = "ftp://example.com" } },
        { "not an absolute http", good with { Url = "feed.xml" } },
        { "interval", good with { Interval = TimeSpan.FromMilliseconds(10) } },
        { "max pages", good with { MaxPages = -1 } },
        { "max depth", good with { MaxDepth = 5000 } },
        { "delay", good with { Delay = TimeSpan.FromHours(2) } },
        { "unknown kind", good with { Kind = (SourceKind)99 } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Says_which_field_is_out_of_range(string said, SourceDefinition source) =>
        Assert.Contains(said, Assert.Throws<ArgumentException>(() => SourceRules.Check(source, "a")).Message, StringComparison.Ordinal);
}
