using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Extract.Features;

/// <summary>The elements that a block stands in, and what their names say.</summary>
internal static class MarkupFeatures
{
    private const int Near = 4;
    private const int Far = 30;

    private static readonly Hint[] hints = [.. Enum.GetValues<Hint>().Where(h => h != Hint.None)];

    private static readonly Tag[] around =
    [
        Tag.Main, Tag.Article, Tag.Section, Tag.Nav, Tag.Aside, Tag.Header, Tag.Footer, Tag.Form, Tag.Figure, Tag.Blockquote, Tag.Table, Tag.Ul, Tag.Ol, Tag.Dl,
        Tag.Li, Tag.Td, Tag.Details, Tag.Summary, Tag.Address, Tag.Button, Tag.A, Tag.P,
    ];

    public static readonly string[] Names =
    [
        "markup.kind", "markup.is_heading", "markup.heading_level", "markup.is_list_item", "markup.is_table", "markup.is_code", "markup.is_quote", "markup.is_caption", "markup.is_p", "markup.is_div",
        "markup.is_link", "markup.depth", "markup.main_role", "markup.children", "markup.is_aside", "markup.is_button",
        .. around.Select(t => $"up.{t}".ToLowerInvariant()),
        .. hints.Select(h => $"around.{h}".ToLowerInvariant()),
        .. hints.Select(h => $"near.{h}".ToLowerInvariant()),
        "hint.good_distance", "hint.bad_distance",
    ];

    private const Hint Good = Hint.ArticleBody | Hint.Content | Hint.Post;
    private const Hint Bad = Hint.Navigation | Hint.Header | Hint.Footer | Hint.Sidebar | Hint.Related | Hint.Share | Hint.Advert | Hint.Popup | Hint.Signup | Hint.Byline
        | Hint.Tags | Hint.Breadcrumb | Hint.Paging | Hint.Hidden | Hint.Controls | Hint.Legal | Hint.Cart | Hint.Comments;

    public static void Write(ref RowWriter row, BlockLayout page, Block block)
    {
        var nodes = page.Nodes;
        Span<int> distances = stackalloc int[around.Length];
        distances.Clear();
        int depth = 0, good = Far, bad = Far;
        var near = Hint.None;
        var isMain = false;
        for (var at = block.Owner; at > 0; at = nodes[at].Parent, depth++)
        {
            ref readonly var node = ref nodes[at];
            near |= depth < Near ? node.Hints : Hint.None;
            good = good == Far && (node.Hints & Good) != 0 ? Math.Min(depth, Far - 1) : good;
            bad = bad == Far && (node.Hints & Bad) != 0 ? Math.Min(depth, Far - 1) : bad;
            isMain |= node.Tag == Tag.Main || (node.Hints & Hint.Content) != 0 && node.Element?.GetAttribute("role") == "main";
            var known = Array.IndexOf(around, node.Tag);
            if (known >= 0 && distances[known] == 0)
            {
                // Nearer is larger; 0 is nowhere.
                distances[known] = Math.Max(1, Far - depth);
            }
        }
        row.Add((int)block.Kind);
        row.Add(block.Kind == BlockKind.Heading);
        row.Add(block.Tag.IsHeading() ? block.Tag - Tag.H1 + 1 : 0);
        row.Add(block.Kind == BlockKind.ListItem);
        row.Add(block.Kind == BlockKind.Table);
        row.Add(block.Kind == BlockKind.Code);
        row.Add(block.Kind == BlockKind.Quote);
        row.Add(block.Kind == BlockKind.Caption);
        row.Add(block.Tag == Tag.P);
        row.Add(block.Tag is Tag.Div or Tag.Section or Tag.Article or Tag.Block);
        row.Add(block.LinkShare > 0.9);
        row.Add(depth);
        row.Add(isMain);
        row.AddLog(nodes[block.Owner].End - block.Owner);
        row.Add(block.IsAside);
        row.Add(block.Tag == Tag.Button);
        foreach (var distance in distances)
        {
            row.Add(distance);
        }
        foreach (var hint in hints)
        {
            row.Add((nodes[block.Owner].Around & hint) != 0);
        }
        foreach (var hint in hints)
        {
            row.Add((near & hint) != 0);
        }
        row.Add(good);
        row.Add(bad);
    }
}
