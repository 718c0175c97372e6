using System.Diagnostics;
using System.Text.RegularExpressions;
using TrendGrains.Crawling.Feeds;
using TrendGrains.TestKit;
using Xunit.Abstractions;

namespace TrendGrains.Crawling.Tests.Feeds;

/// <summary>166 feeds of two other parsers' tests and of the web.</summary>
public sealed partial class RecordedFeedTests(ITestOutputHelper output)
{
    private static readonly Uri address = new("http://127.0.0.1:8097/tests/feed.xml");

    [SharedDataFact]
    public void Reads_every_recorded_feed()
    {
        foreach (var path in Paths("rss-parser").Concat(Paths("misc")))
        {
            var feed = Read(path);
            output.WriteLine($"{Path.GetFileName(path)}: {feed.Format}, {feed.Entries.Length} entries, {feed.Problems.Length} problems {feed.Problems.FirstOrDefault()}");
            if (Path.GetFileName(path) == "unrecognized.rss")
            {
                Assert.Equal(FeedFormat.None, feed.Format);
                Assert.Contains("HTML", Assert.Single(feed.Problems, p => p.Line > 0 && p.Message.Contains("page", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
                continue;
            }

            Assert.NotEqual(FeedFormat.None, feed.Format);
            Assert.NotEmpty(feed.Entries);
            Assert.All(feed.Entries, entry => Assert.False(entry.Title is null && entry.Url is null && entry.Id is null));
        }
    }

    [SharedDataFact]
    public void Agrees_with_feedparser_on_what_both_keep()
    {
        var (met, unmet, unkept) = (0, new List<string>(), 0);
        foreach (var path in Paths("feedparser"))
        {
            var feed = Read(path);
            var expectation = PythonExpectation.Parse(Expected(path));
            if (expectation is null)
            {
                unkept++;
            }
            else if (expectation.Difference(feed) is { } difference)
            {
                unmet.Add($"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)} {difference}");
            }
            else
            {
                met++;
            }
        }

        foreach (var folder in unmet.GroupBy(u => u.Split('/')[0]))
        {
            output.WriteLine($"otherwise in {folder.Key}: {folder.Count()}");
        }

        output.WriteLine($"feedparser: {met} as expected, {unmet.Count} otherwise, {unkept} about what is not kept");
        unmet.ForEach(output.WriteLine);
        Assert.Equal(150, met + unmet.Count + unkept);

        // What is left over: markup that feedparser cleans and we keep as given, and what transport headers would have said.
        Assert.True(met >= 55, $"{met} as expected; otherwise:\n{string.Join('\n', unmet)}");
    }

    [SharedDataFact]
    public void Finds_fault_only_with_feeds_that_have_one()
    {
        var blamed = Paths("feedparser").Where(p => p.Contains("wellformed", StringComparison.Ordinal) && !p.Contains("illformed", StringComparison.Ordinal))
            .Select(p => (Path: p, Feed: Read(p))).Where(f => f.Feed.Problems.Length > 0).ToArray();

        foreach (var (path, feed) in blamed)
        {
            output.WriteLine($"{Path.GetFileName(path)}: {feed.Problems[0]}");
        }

        Assert.InRange(blamed.Length, 0, 12);
        Assert.All(Paths("feedparser").Where(p => p.Contains("illformed", StringComparison.Ordinal)), p => Assert.NotEmpty(Read(p).Problems));
    }

    [SharedDataFact]
    public void Survives_two_thousand_damaged_feeds()
    {
        var originals = Paths("").Select(File.ReadAllBytes).ToArray();
        var slowest = TimeSpan.Zero;
        for (var seed = 0; seed < 2000; seed++)
        {
            var damaged = FeedDamage.Apply(originals[seed % originals.Length], originals[(seed * 7) % originals.Length], new Random(seed));
            var started = Stopwatch.GetTimestamp();
            var feed = FeedReader.Read(damaged, seed % 5 == 0 ? "euc-kr" : null, address);
            var took = Stopwatch.GetElapsedTime(started);
            slowest = took > slowest ? took : slowest;
            Assert.All(feed.Entries, entry => Assert.True(entry.Url is null || Uri.TryCreate(entry.Url, UriKind.Absolute, out _), $"seed {seed}: {entry.Url}"));
        }

        output.WriteLine($"slowest of 2,000: {slowest.TotalMilliseconds:0.0} ms");
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static ParsedFeed Read(string path) => FeedReader.Read(File.ReadAllBytes(path), null, address);

    private static string Expected(string path) => Expect().Match(File.ReadAllText(path)).Groups[1].Value;

    private static IEnumerable<string> Paths(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.SharedData!, "feeds", folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"Expect:\s*(.+)")]
    private static partial Regex Expect();
}
