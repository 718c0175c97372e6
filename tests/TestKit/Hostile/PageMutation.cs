using System.Text;

namespace TrendGrains.TestKit.Hostile;

/// <summary>Real pages, damaged by a seeded hand: the same pages and seed give the same bytes.</summary>
public static class PageMutation
{
    private const int MostBytes = 1_000_000;

    private static readonly string[] shrapnel =
    [
        "<", ">", "</", "<!--", "-->", "<table>", "</p>", "<svg>", "<math>", "<template>", "<script>", "</script>", "<noscript>", "<select>", "<frameset>",
        "<br><br>", "<li>", "</body>", "\0", "&#x110000;", "&#xD800;", "\"", "'", "<![CDATA[", "<base href='::'>", "<meta charset=utf-7>", "<pre>\n", "<td>", "<button>",
        "<script type=application/ld+json>", "{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"", "<template shadowrootmode=open>", "<title>", "<textarea>", "\uFEFF", "\u202E", "a\u0301\u0316",
        "<time datetime='0000-99-99T99:99'>", "<a href='http://[::'>", "<img src='//'>", "<html lang='\0'>", "<plaintext>", "<p class=byline>By ",
    ];

    public static byte[] Of(IReadOnlyList<byte[]> pages, int page, int seed)
    {
        var random = new Random(seed);
        var bytes = pages[page].ToList();
        for (var times = random.Next(1, 20); times > 0; times--)
        {
            Step(bytes, pages, random);
            if (bytes.Count > MostBytes)
            {
                bytes.RemoveRange(MostBytes, bytes.Count - MostBytes);
            }
        }

        return [.. bytes];
    }

    private static void Step(List<byte> bytes, IReadOnlyList<byte[]> pages, Random random)
    {
        if (bytes.Count < 2)
        {
            bytes.AddRange("<p>x"u8);
        }

        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 400), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 3:
                // The tag that comes next is dropped.
                var open = bytes.IndexOf((byte)'<', at);
                var close = open < 0 ? -1 : bytes.IndexOf((byte)'>', open);
                if (close > open && open >= 0)
                {
                    bytes.RemoveRange(open, close - open + 1);
                }

                break;
            case 4 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 when random.Next(3) == 0:
                var other = pages[random.Next(pages.Count)];
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, random.Next(1, 100_000))).ToArray());
                break;
            case 6:
                var tag = new[] { "div", "b", "table", "ul", "li", "a href=x", "span", "blockquote", "svg", "font" }[random.Next(10)];
                bytes.InsertRange(at, Encoding.ASCII.GetBytes(HostileRow.Repeat($"<{tag}>", random.Next(1, 600))));
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(shrapnel[random.Next(shrapnel.Length)]));
                break;
        }
    }
}
