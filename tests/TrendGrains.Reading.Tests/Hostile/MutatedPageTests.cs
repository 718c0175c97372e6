using System.Text.Json;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Hostile;

namespace TrendGrains.Reading.Tests.Hostile;

/// <summary>Pages of TestData and, where they are there, real ones of the Readability cases. <c>bench reading-abuse</c> goes on for longer.</summary>
public sealed class MutatedPageTests
{
    private const int Seeds = 30;
    private const int MostReal = 10;
    private const int LargestReal = 250_000;

    private static readonly string[] stored = ["korean-news.html", "korean-news-euckr.html", "article-with-comments.html", "documentation.html", "forum.html", "listing.html"];
    private static readonly Lazy<PageReader> reader = new(() => new PageReader(PageModels.LoadOrNone(_ => { })));
    private static readonly Lazy<byte[][]> pages = new(() => [.. stored.Select(TestPages.Bytes), .. Real()]);

    [Fact]
    public void No_fault_escapes_and_text_stays_well_formed()
    {
        for (var page = 0; page < pages.Value.Length; page++)
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var where = $"page {page}, seed {seed}";
                var body = PageMutation.Of(pages.Value, page, seed);
                var read = reader.Value.Read(new RawPage("https://a.example/x", "text/html", null, body, TestPages.FetchedAt));
                Assert.False(read.Problem is { Code: "parser" }, $"{where}: {read.Problem?.Sentence}");
                Assert.True(read.Text.IsNormalized(), $"{where}: text is not NFC");
                Assert.False(HasControl(read.Text), $"{where}: a control character");
                Assert.False(read.Text.Contains("\n\n\n", StringComparison.Ordinal), $"{where}: an empty block");
                Assert.Equal(Words(read.Text), Words(string.Join(' ', read.Blocks.Select(b => b.Text))));
                Assert.All(read.Links, l => Assert.True(Uri.TryCreate(l.Url, UriKind.Absolute, out _), $"{where}: {l.Url}"));
            }
        }
    }

    [Fact]
    public void The_same_bytes_are_read_the_same_way_twice()
    {
        for (var page = 0; page < pages.Value.Length; page++)
        {
            var body = PageMutation.Of(pages.Value, page, seed: 1000 + page);
            Assert.Equal(Whole(body), Whole(body));
        }

        static string Whole(byte[] body) => JsonSerializer.Serialize(reader.Value.Read(new RawPage("https://a.example/x", "text/html", null, body, TestPages.FetchedAt)));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool HasControl(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'));

    private static IEnumerable<byte[]> Real()
    {
        if (Checkout.SharedData is not { } data || !Directory.Exists(Path.Combine(data, "readability")))
        {
            return [];
        }

        return Directory.EnumerateFiles(Path.Combine(data, "readability"), "source.html", SearchOption.AllDirectories)
            .Where(f => new FileInfo(f).Length < LargestReal).Order(StringComparer.Ordinal).Where((_, i) => i % 7 == 0).Take(MostReal).Select(File.ReadAllBytes);
    }
}
