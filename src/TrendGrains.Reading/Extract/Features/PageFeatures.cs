using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>What the whole page is like; the same in each of its rows.</summary>
internal static class PageFeatures
{
    private static readonly string[][] types =
    [
        ["article", "newsarticle", "blogposting", "report", "recipe", "review", "techarticle"],
        ["discussionforumposting", "qapage"],
        ["product", "productgroup", "individualproduct", "offer"],
        ["collectionpage", "itemlist", "offercatalog", "searchresultspage"],
        ["service", "localbusiness", "softwareapplication", "organization", "corporation"],
    ];

    public static readonly string[] Names =
    [
        .. PageKinds.All.ToArray().Select(k => $"page.kind_{k}"), .. types.Select(t => $"page.type_{t[0]}"),
        "page.blocks", "page.chars", "page.mass", "page.mass_share", "page.link_share", "page.headings", "page.list_share", "page.paragraph_chars", "page.code", "page.prices", "page.cjk",
        "page.has_date", "page.has_byline", "page.og_article", "page.address_depth", "page.address_dashes",
    ];

    public static void Write(Span<float> into, BlockLayout page, float[] kinds, string? address)
    {
        var row = new RowWriter(into);
        foreach (var score in kinds)
        {
            row.Add(score);
        }
        foreach (var group in types)
        {
            row.Add(page.Meta.Types.Overlaps(group));
        }
        var nodes = page.Nodes;
        var sums = page.Sums;
        int headings = 0, lists = 0, paragraphs = 0, code = 0, prices = 0, cjk = 0;
        foreach (var block in page.Blocks)
        {
            headings += block.Kind == BlockKind.Heading ? 1 : 0;
            lists += block.Kind == BlockKind.ListItem ? 1 : 0;
            paragraphs += block.Tag == Tag.P && block.Chars >= 80 && block.LinkShare < 0.3 ? block.Chars : 0;
            code += block.Kind == BlockKind.Code ? 1 : 0;
            prices += block.Chars < 60 && block.Text.AsSpan().ContainsAny("$€£₩¥") ? 1 : 0;
            cjk += block.Text[block.Text.Length / 2] is >= '\u3041' and <= '\uD7A3' ? block.Chars : 0;
        }
        double chars = Math.Max(1, sums.Chars(nodes, 0));
        row.AddLog(page.Blocks.Count);
        row.AddLog(chars);
        row.AddLog(sums.Mass(nodes, 0));
        row.Add(sums.Mass(nodes, 0) / chars);
        row.Add(sums.LinkShare(nodes, 0));
        row.AddLog(headings);
        row.Add((double)lists / page.Blocks.Count);
        row.AddLog(paragraphs);
        row.AddLog(code);
        row.AddLog(prices);
        row.Add(cjk / chars);
        row.Add(page.Meta.Published is not null);
        row.Add(page.Meta.Byline is not null);
        row.Add(page.Meta.OpenGraphType is "article" or "blog");
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath.TrimEnd('/') : "";
        row.Add(path.Count(c => c == '/'));
        row.Add(path.AsSpan(path.LastIndexOf('/') + 1).Count('-'));
    }
}
