using System.Text;
using TrendGrains.Reading.Extract.Features;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class BlockFeaturesTests
{
    private const string Page = "<html><head><title>A bridge for the town</title></head><body><nav><a href=/>Home</a></nav><article><h1>A bridge for the town</h1>"
        + "<p>The council met on Tuesday evening, and most were in favour.</p><ul><li>One <a href=/x>link</a></li></ul></article><footer>© 2026</footer></body></html>";

    [Fact]
    public void Every_name_is_a_number_of_each_row()
    {
        var rows = Rows(Page, out var layout);
        Assert.Equal(layout.Blocks.Count * BlockFeatures.Names.Length, rows.Length);
        Assert.Equal(BlockFeatures.Names.Length, BlockFeatures.Names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(0, "up.nav", true)]
    [InlineData(0, "markup.is_link", true)]
    [InlineData(1, "markup.is_heading", true)]
    [InlineData(1, "place.title_share", true)]
    [InlineData(2, "text.ends_sentence", true)]
    [InlineData(2, "up.nav", false)]
    [InlineData(3, "markup.is_list_item", true)]
    [InlineData(4, "up.footer", true)]
    [InlineData(4, "said.legal", true)]
    [InlineData(4, "sign.consent", false)]
    public void A_feature_stands_under_its_name(int block, string name, bool isSet)
    {
        var rows = Rows(Page, out _);
        Assert.Equal(isSet, rows[block * BlockFeatures.Names.Length + Array.IndexOf(BlockFeatures.Names, name)] > 0);
    }

    private static float[] Rows(string markup, out BlockLayout layout)
    {
        var draft = PageDraft.Of(new RawPage("https://news.example/a", "text/html", null, Encoding.UTF8.GetBytes(markup), null), markup, PageModels.None);
        layout = new BlockLayout(draft.Tree, draft.Blocks, draft.Meta);
        return BlockFeatures.Of(layout, draft);
    }
}
