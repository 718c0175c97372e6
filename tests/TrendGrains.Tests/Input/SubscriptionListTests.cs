using System.Text;
using TrendGrains.Input;

namespace TrendGrains.Tests.Input;

public sealed class SubscriptionListTests
{
    [Fact]
    public void Reads_nested_outlines_with_their_lines()
    {
        var list = Read("<opml version=\"2.0\"><body>\n<outline text=\"Group\">\n<outline text=\"A\" title=\"Feed A\" xmlUrl=\" https://a.example/f \"/>\n</outline></body></opml>");

        var only = Assert.Single(list);
        Assert.Equal((3, "https://a.example/f", "Feed A"), (only.Line, only.Url, only.Title));
    }

    [Fact]
    public void Reads_one_address_a_line_with_comments()
    {
        var list = Read("# mine\nhttps://a.example/f\n\nhttps://b.example/f # second\n");

        Assert.Equal([(2, "https://a.example/f"), (4, "https://b.example/f")], list.Select(s => (s.Line, s.Url)));
    }

    [Fact]
    public void Broken_opml_names_file_and_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("<opml>\n<body>\n</opml>"));

        Assert.StartsWith("list.opml:3:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_refused() =>
        Assert.Throws<InvalidDataException>(() => Read("<!DOCTYPE opml [<!ENTITY a \"b\">]><opml>&a;</opml>"));

    private static IReadOnlyList<Subscription> Read(string text) => SubscriptionList.Read("list.opml", Encoding.UTF8.GetBytes(text));
}
