using System.Text;

namespace TrendGrains.Reading.Tests;

/// <summary>Reads pages under TestData and pages written in a test.</summary>
internal static class TestPages
{
    public static readonly DateTimeOffset FetchedAt = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", file));

    public static ReadPage Stored(string file, string url = "https://news.example/2026/05/20/story.html") =>
        new PageReader().Read(new RawPage(url, "text/html", null, Bytes(file), FetchedAt));

    public static ReadPage Html(string markup, string? url = "https://news.example/story") =>
        new PageReader().Read(new RawPage(url, "text/html", "utf-8", Encoding.UTF8.GetBytes(markup), FetchedAt));

    /// <summary>A page around the markup, with enough prose that it reads as an article.</summary>
    public static ReadPage Article(string inner) => Html($"<html><head><title>T</title></head><body><article><p>{Prose}</p>{inner}<p>{Prose}</p></article></body></html>");

    public const string Prose = "The council met on Tuesday evening and, after a long debate about the cost of the new bridge, agreed to put the question to the people of the town before the summer ends.";
}
