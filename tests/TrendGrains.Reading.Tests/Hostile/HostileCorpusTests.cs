using System.Text;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Hostile;

namespace TrendGrains.Reading.Tests.Hostile;

/// <summary>Unguarded, many of these pages take minutes, gigabytes or the stack. <c>bench reading-abuse</c> measures each in a process of its own.</summary>
public sealed class HostileCorpusTests
{
    /// <summary>Generous: a machine that is busy must not fail the test. What takes minutes does.</summary>
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(60);

    /// <summary>Bytes allocated for a page in all, not at once; of the same page always the same.</summary>
    private const long MostAllocated = 3L << 30;

    /// <summary>As the product reads: with the models, where they are there.</summary>
    private static readonly Lazy<PageReader> reader = new(() => new PageReader(PageModels.LoadOrNone(_ => { })));

    public static TheoryData<string> Names => [.. HostileCorpus.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_read_or_refused_within_bounds(string name)
    {
        var row = HostileCorpus.Rows.Single(r => r.Name == name);
        var body = row.Body();
        long allocated = 0;
        var reading = Task.Run(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var read = reader.Value.Read(new RawPage("https://evil.example/", row.MediaType, row.Charset, body, TestPages.FetchedAt));
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return read;
        });

        var page = await reading.WaitAsync(limit);

        Assert.True(allocated < MostAllocated, $"{allocated:N0} bytes were allocated");
        Assert.True(page.Text.Length <= body.Length + 100 && page.Text.IsNormalized() && page.Links.Length <= 5000);
        Assert.DoesNotContain("\n\n\n", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', page.Text);
        switch (row.Outcome)
        {
            case HostileRow.Read:
                Assert.Null(page.Problem);
                Assert.Contains(HostileRow.Honest, page.Text, StringComparison.Ordinal);
                break;
            case HostileRow.Answer:
                Assert.NotEqual("parser", page.Problem?.Code);
                break;
            default:
                Assert.Equal(row.Outcome, page.Problem?.Code);
                break;
        }
    }

    [Fact]
    public void The_table_of_the_documents_is_this_one()
    {
        var lines = File.ReadAllLines(Path.Combine(Checkout.Root, "docs", "benchmarks", "reading-abuse.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).ToArray();

        Assert.All(HostileCorpus.Rows, row => Assert.Contains(lines, l => l.StartsWith($"| {row.Name} | {row.Does} | `{row.Outcome}` | ", StringComparison.Ordinal)));
        Assert.Equal(HostileCorpus.Rows.Count, lines.Length - 2);
        Assert.Equal(HostileCorpus.Rows.Count, HostileCorpus.Rows.DistinctBy(r => r.Name).Count());
        Assert.True(HostileCorpus.Rows.Count >= 80);
    }
}
