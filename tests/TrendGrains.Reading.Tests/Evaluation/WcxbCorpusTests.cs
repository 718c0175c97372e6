using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Reading.Tests.Evaluation;

public sealed class WcxbCorpusTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wcxb-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Pages_are_read_with_their_truth_and_those_without_are_left_out()
    {
        Write("html/0002.html", "<p>two");
        Write("html/0001.html", "<p>one");
        Write("html/0003.html", "<p>no truth");
        Write("ground-truth/0001.json", Truth("category"));
        Write("ground-truth/0002.json", Truth("article"));

        var pages = await WcxbCorpus.ReadAsync(folder, CancellationToken.None);

        Assert.Equal(["0001", "0002"], pages.Select(p => p.Id));
        Assert.Equal(PageKinds.Collection, pages[0].Kind);
        Assert.Equal(("https://a.example/x", "gold text", "T", null), (pages[0].Url, pages[0].Text, pages[0].Title, pages[0].Author));
        Assert.Equal(["gold"], pages[0].With);
    }

    [Theory]
    [InlineData("{", "page 0001 is not WCXB's")]
    [InlineData("{}", "page 0001 is not WCXB's")]
    public async Task A_broken_truth_is_named(string truth, string message)
    {
        Write("html/0001.html", "<p>one");
        Write("ground-truth/0001.json", truth);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => WcxbCorpus.ReadAsync(folder, CancellationToken.None));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_and_a_missing_file_are_named()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => WcxbCorpus.ReadAsync(folder, CancellationToken.None));
        var error = await Assert.ThrowsAsync<FileNotFoundException>(() => WcxbCorpus.ReadAsync(Path.Combine(folder, "none.tar.xz"), CancellationToken.None));
        Assert.Contains("none.tar.xz", error.Message, StringComparison.Ordinal);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Truth(string kind) => $$"""
        {"url":"https://a.example/x","ground_truth":{"title":"T","author":null,"main_content":"gold text","with":["gold"],"without":[]},"_internal":{"page_type":{"primary":"{{kind}}"} } }
        """;
}
