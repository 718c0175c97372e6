using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TrendGrains.Crawling.Robots;
using TrendGrains.TestKit;
using Xunit.Abstractions;

namespace TrendGrains.Crawling.Tests.Robots;

/// <summary>60 cases of two other parsers' own tests. The two contradict each other in places; where they do, RFC 9309 is followed.</summary>
public sealed class RecordedRobotsTests(ITestOutputHelper output)
{
    private static readonly string[] differing =
    [
        // One suite takes rules before any User-agent line as said to all, the other and the RFC (2.2.1) as said to nobody.
        "test_no_leading_user_agent",

        // One suite drops "Disallow /path" without its colon, the other takes it as meant: so do we, to be polite.
        "test_skip_malformed_line",
    ];

    [SharedDataFact]
    public void Agrees_with_two_other_parsers_where_they_agree_with_the_standard()
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Checkout.SharedData!, "robots", "robots_cases.jsonl.gz")), CompressionMode.Decompress));
        var (cases, agreed) = (0, 0);
        var wrong = new List<string>();
        while (file.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var (test, url) = (Text(document, "test"), Text(document, "url"));
            var allowed = RobotsRules.Parse(Encoding.UTF8.GetBytes(Text(document, "robots_txt"))).Decide(Text(document, "user_agent"), url).Allowed;
            cases++;
            if (allowed == document.RootElement.GetProperty("allowed").GetBoolean())
            {
                agreed++;
            }
            else
            {
                wrong.Add($"{test} {url}");
            }
        }

        output.WriteLine($"{agreed} of {cases} robots.txt cases; differing: {string.Join(", ", wrong)}");
        Assert.Equal(60, cases);
        Assert.DoesNotContain(wrong, w => !differing.Any(d => w.StartsWith(d, StringComparison.Ordinal)));
        Assert.True(agreed >= 58, $"Only {agreed} of {cases} agree.");
    }

    private static string Text(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetString()!;
}
