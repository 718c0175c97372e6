using System.Text;

namespace TrendGrains.Reading.Tests.Hostile;

/// <summary>Real pages, damaged by a seeded hand: bytes flipped, stretches cut, doubled, moved, tags thrown in.</summary>
public sealed class MutatedPageTests
{
    private static readonly string[] shrapnel =
    [
        "<", ">", "</", "<!--", "-->", "<table>", "</p>", "<svg>", "<math>", "<template>", "<script>", "</script>", "<noscript>", "<select>", "<frameset>",
        "<br><br>", "<li>", "</body>", "\0", "&#x110000;", "&#xD800;", "\"", "<![CDATA[", "<base href='::'>", "<meta charset=utf-7>", "<pre>\n", "<td>", "<button>",
    ];

    [Theory]
    [InlineData("korean-news.html")]
    [InlineData("korean-news-euckr.html")]
    [InlineData("article-with-comments.html")]
    [InlineData("documentation.html")]
    [InlineData("forum.html")]
    [InlineData("listing.html")]
    public void No_fault_escapes_and_text_stays_well_formed(string file)
    {
        var original = TestPages.Bytes(file);
        var reader = new PageReader();
        for (var seed = 0; seed < 150; seed++)
        {
            var page = reader.Read(new RawPage("https://a.example/x", "text/html", null, Mutate(original, seed), TestPages.FetchedAt));
            Assert.False(page.Problem is { Code: "parser" }, $"{file}, seed {seed}: {page.Problem?.Sentence}");
            Assert.True(page.Text.IsNormalized(), $"{file}, seed {seed}: text is not NFC");
            Assert.False(page.Text.Contains('\0') || page.Text.Contains("\n\n\n", StringComparison.Ordinal) || page.Text.Contains("  ", StringComparison.Ordinal), $"{file}, seed {seed}: white space not folded");
            Assert.All(page.Links, l => Assert.True(Uri.TryCreate(l.Url, UriKind.Absolute, out _), $"{file}, seed {seed}: {l.Url}"));
        }
    }

    private static byte[] Mutate(byte[] original, int seed)
    {
        var random = new Random(seed);
        var bytes = original.ToList();
        for (var times = random.Next(1, 20); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when bytes.Count > 400:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(shrapnel[random.Next(shrapnel.Length)]));
                    break;
            }
        }
        return [.. bytes];
    }
}
