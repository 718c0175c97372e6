using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.EndToEnd.Tests;

/// <summary><c>extract</c>: where pages come from, what a line holds, what is said of pages that cannot be read.</summary>
public sealed class ExtractVerbTests : IDisposable
{
    private const string Prose = "The harbour master said that forty-one ships had left the port before the storm arrived at the coast, and that the rest would follow at dawn.";

    private static readonly string[] fields = ["id", "url", "title", "byline", "published", "language", "pageKind", "isArticle", "articleScore", "isAdvert", "advertScore", "text", "ms"];

    private readonly Executable executable = new(null, Path.GetTempPath());
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_is_read_in_the_order_of_its_names_and_a_bad_file_is_named()
    {
        await WriteAsync("b.html", Page("Second"));
        await WriteAsync("a.htm", Page("First"));
        await WriteAsync("c.xhtml.gz", Page("Third"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "broken.html.gz"), "this is no gzip"u8.ToArray());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "notes.md"), "no page");

        var outcome = await executable.RunAsync(["extract", "--batch", folder.FullName, "--threads", "3"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("broken.html.gz", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c"], outcome.Lines.Select(l => Line(l).GetProperty("id").GetString()));
        Assert.Equal(["First about the harbour", "Second about the harbour", "Third about the harbour"], outcome.Lines.Select(l => Line(l).GetProperty("title").GetString()));
    }

    [Fact]
    public async Task A_line_has_the_fields_of_the_design_and_full_adds_where_they_came_from()
    {
        var file = await WriteAsync("one.html", Page("One"));

        var plain = Line((await executable.RunAsync(["extract", file, "--url", "https://news.example/one"])).Lines.Single());
        var full = Line((await executable.RunAsync(["extract", file, "--full"])).Lines.Single());

        foreach (var field in fields)
        {
            Assert.True(plain.TryGetProperty(field, out _), field);
        }

        Assert.False(plain.TryGetProperty("origins", out _));
        Assert.Equal("https://news.example/one", plain.GetProperty("url").GetString());
        Assert.Equal("https://harbour.example/story", full.GetProperty("url").GetString());
        Assert.Equal("2026-03-05T10:11:00+09:00", full.GetProperty("published").GetString());
        Assert.Equal("og", full.GetProperty("origins").GetProperty("published").GetString());
        Assert.Equal("stated", full.GetProperty("origins").GetProperty("publishedZone").GetString());
        Assert.Equal("https://harbour.example/next", full.GetProperty("links")[0].GetProperty("url").GetString());
        Assert.Contains(full.GetProperty("blocks").EnumerateArray(), b => b.GetProperty("text").GetString() == Prose);
        Assert.Equal(["storm"], full.GetProperty("tags").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal("The Harbour Post", full.GetProperty("siteName").GetString());
    }

    [Fact]
    public async Task An_address_is_fetched_as_robots_txt_allows()
    {
        await using var site = await PretendSite.StartAsync(3);

        var read = await executable.RunAsync(["extract", $"{site.Address}article/1", "--internal"]);
        var denied = await executable.RunAsync(["extract", $"{site.Address}private/1", "--internal"]);
        var missing = await executable.RunAsync(["extract", $"{site.Address}nowhere", "--internal"]);

        Assert.True(read.ExitCode == 0, read.Errors);
        Assert.Equal("Article 1 about the harbour", Line(read.Lines.Single()).GetProperty("title").GetString());
        Assert.Equal($"{site.Address}article/1", Line(read.Lines.Single()).GetProperty("url").GetString());
        Assert.Equal(1, denied.ExitCode);
        Assert.Contains("robots.txt", denied.Errors, StringComparison.Ordinal);
        Assert.Contains("/private/", denied.Errors, StringComparison.Ordinal);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("404", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_without_leave()
    {
        await using var site = await PretendSite.StartAsync(1);

        var outcome = await executable.RunAsync(["extract", $"{site.Address}article/0"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Lines);
        Assert.Contains("not a public address", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("--internal", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/latest/meta-data/")]
    public async Task A_redirect_to_an_address_that_nobody_may_ask_is_refused(string forbidden)
    {
        await using var outside = await LoopbackSite.StartAsync(context => RedirectAsync(context, forbidden));

        var outcome = await executable.RunAsync(["extract", outside.At("/story").AbsoluteUri, "--internal"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Lines);
        Assert.Contains("not a public address", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("--internal", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(outside.Requests, r => r.PathAndQuery == "/story");
    }

    [Fact]
    public async Task A_redirect_is_followed_as_far_as_robots_txt_of_the_next_host_allows()
    {
        await using var inside = await LoopbackSite.StartAsync(new Dictionary<string, string>
        {
            ["/robots.txt"] = "User-agent: *\nDisallow: /private/\n",
            ["/private/story"] = Page("Private"),
            ["/story"] = Page("Open"),
        });
        await using var outside = await LoopbackSite.StartAsync(context => RedirectAsync(context, inside.At(context.Request.Path).AbsoluteUri));

        var open = await executable.RunAsync(["extract", outside.At("/story").AbsoluteUri, "--internal"]);
        var denied = await executable.RunAsync(["extract", outside.At("/private/story").AbsoluteUri, "--internal"]);

        Assert.True(open.ExitCode == 0, open.Errors);
        Assert.Equal(inside.At("/story").AbsoluteUri, Line(open.Lines.Single()).GetProperty("url").GetString());
        Assert.Equal(1, denied.ExitCode);
        Assert.Empty(denied.Lines);
        Assert.Contains("robots.txt of 127.0.0.1 denies /private/story", denied.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(inside.Requests, r => r.PathAndQuery == "/private/story");
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--url", "not an address")]
    public async Task What_cannot_be_meant_is_wrong_usage(string option, string value) =>
        Assert.Equal(2, (await executable.RunAsync(["extract", "page.html", option, value])).ExitCode);

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var outcome = await executable.RunAsync(["extract", Path.Combine(folder.FullName, "absent.html")]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("absent.html", outcome.Errors, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string name, string page)
    {
        var path = Path.Combine(folder.FullName, name);
        await using var file = File.Create(path);
        await using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(page));
        return path;
    }

    /// <summary>Has no robots.txt; sends all else on.</summary>
    private static Task RedirectAsync(HttpContext context, string target)
    {
        if (context.Request.Path == "/robots.txt")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            context.Response.Redirect(target);
        }

        return Task.CompletedTask;
    }

    private static string Page(string name) =>
        $"""
        <html lang="en"><head><title>{name} about the harbour | The Harbour Post</title><link rel="canonical" href="https://harbour.example/story">
        <meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2026-03-05T10:11:00+09:00"><meta property="article:tag" content="storm"></head>
        <body><article><h1>{name} about the harbour</h1><p>{Prose}</p><p>{Prose} <a href="/next">Next</a></p></article></body></html>
        """;

    private static JsonElement Line(string line) => JsonDocument.Parse(line).RootElement;
}
