using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Signals;

/// <summary>The structure that repeats most outside the page's frame: siblings alike in tag and first class, by the text they hold.</summary>
internal static class RepeatSignals
{
    private const int LeastItems = 3;

    public static void Fill(PageSignals signals, ReadOnlySpan<PageNode> nodes, List<Block> blocks)
    {
        var sums = new Sums(nodes, blocks);
        if (sums.Chars[^1] == 0)
        {
            return;
        }
        var groups = new Dictionary<int, (int Items, int Chars)>();
        int bestParent = -1, bestKey = 0, bestChars = 0, groupsSeen = 0;
        for (var parent = 0; parent < nodes.Length; parent++)
        {
            if (nodes[parent].Tag is Tag.Text or Tag.P or Tag.Table || (nodes[parent].Around & BlockSignals.Frame) != 0 || sums.Of(sums.Chars, nodes, parent) <= bestChars)
            {
                continue;
            }
            groups.Clear();
            for (var child = parent + 1; child < nodes[parent].End; child = nodes[child].End)
            {
                if (!MayRepeat(nodes[child].Tag) || sums.Of(sums.Chars, nodes, child) == 0)
                {
                    continue;
                }
                var key = KeyOf(nodes[child]);
                var (items, chars) = groups.GetValueOrDefault(key);
                groups[key] = (items + 1, chars + sums.Of(sums.Chars, nodes, child));
            }
            foreach (var (key, group) in groups)
            {
                groupsSeen += group.Items >= LeastItems ? 1 : 0;
                if (group.Items >= LeastItems && group.Chars > bestChars)
                {
                    (bestParent, bestKey, bestChars) = (parent, key, group.Chars);
                }
            }
        }
        signals[Signal.RepeatSpread] = groupsSeen;
        if (bestParent >= 0)
        {
            Describe(signals, nodes, sums, bestParent, bestKey, bestChars);
        }
    }

    private static void Describe(PageSignals signals, ReadOnlySpan<PageNode> nodes, Sums sums, int parent, int key, int chars)
    {
        double items = 0, linked = 0, priced = 0, dated = 0, pictured = 0, headed = 0, bylined = 0, linkChars = 0;
        for (var child = parent + 1; child < nodes[parent].End; child = nodes[child].End)
        {
            if (!MayRepeat(nodes[child].Tag) || KeyOf(nodes[child]) != key || sums.Of(sums.Chars, nodes, child) == 0)
            {
                continue;
            }
            items++;
            linkChars += sums.Of(sums.LinkChars, nodes, child);
            linked += sums.Of(sums.LinkChars, nodes, child) > 0 || nodes[child].Tag == Tag.A ? 1 : 0;
            priced += sums.Of(sums.Prices, nodes, child) > 0 ? 1 : 0;
            dated += sums.Of(sums.Times, nodes, child) > 0 ? 1 : 0;
            pictured += sums.Of(sums.Pictures, nodes, child) > 0 ? 1 : 0;
            headed += sums.Of(sums.Headings, nodes, child) > 0 ? 1 : 0;
            bylined += sums.Of(sums.Bylines, nodes, child) > 0 ? 1 : 0;
        }
        signals[Signal.RepeatItems] = items;
        signals[Signal.RepeatShare] = chars / (double)sums.Chars[^1];
        signals[Signal.RepeatLinked] = linked / items;
        signals[Signal.RepeatLinkShare] = Math.Min(1, linkChars / chars);
        signals[Signal.RepeatPriced] = priced / items;
        signals[Signal.RepeatDated] = dated / items;
        signals[Signal.RepeatPictured] = pictured / items;
        signals[Signal.RepeatHeaded] = headed / items;
        signals[Signal.RepeatBylined] = bylined / items;
        signals[Signal.RepeatMeanChars] = chars / items;
    }

    /// <summary>Paragraphs and headings repeat in every text.</summary>
    private static bool MayRepeat(Tag tag) => tag is Tag.Block or Tag.Article or Tag.Section or Tag.Div or Tag.Li or Tag.Tr or Tag.Figure or Tag.Details or Tag.A or Tag.Dl or Tag.Table or Tag.Inline;

    private static int KeyOf(in PageNode node)
    {
        var name = (node.Element?.GetAttribute("class")).AsSpan().TrimStart();
        var end = name.IndexOfAny(" \t\r\n");
        name = end < 0 ? name : name[..end];
        // post-4711 and post-4712 are one kind of thing.
        var digits = name.IndexOfAnyInRange('0', '9');
        return HashCode(node.Tag, digits < 0 ? name : name[..digits]);
    }

    /// <summary>The same in every process, so that two runs give the same signals.</summary>
    private static int HashCode(Tag tag, ReadOnlySpan<char> name)
    {
        var hash = 2166136261u ^ (uint)tag;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 16777619;
        }
        return (int)hash;
    }

    /// <summary>Running sums over the nodes in document order.</summary>
    private sealed class Sums
    {
        public int[] Chars { get; }
        public int[] LinkChars { get; }
        public int[] Prices { get; }
        public int[] Times { get; }
        public int[] Pictures { get; }
        public int[] Headings { get; }
        public int[] Bylines { get; }

        public Sums(ReadOnlySpan<PageNode> nodes, List<Block> blocks)
        {
            var length = nodes.Length + 1;
            (Chars, LinkChars, Prices, Times, Pictures, Headings, Bylines) = (new int[length], new int[length], new int[length], new int[length], new int[length], new int[length], new int[length]);
            foreach (var block in blocks)
            {
                if ((nodes[block.Owner].Around & BlockSignals.Frame) == 0)
                {
                    Chars[block.Node + 1] += block.Chars;
                    LinkChars[block.Node + 1] += Math.Min(block.LinkChars, block.Chars);
                    Prices[block.Node + 1] += block.Chars < 200 && PriceText.Has(block.Text) ? 1 : 0;
                }
            }
            for (var i = 0; i < nodes.Length; i++)
            {
                ref readonly var node = ref nodes[i];
                Chars[i + 1] += Chars[i];
                LinkChars[i + 1] += LinkChars[i];
                Prices[i + 1] += Prices[i];
                Times[i + 1] = Times[i] + (node.Tag == Tag.Time ? 1 : 0);
                Pictures[i + 1] = Pictures[i] + (node.Tag == Tag.Img ? 1 : 0);
                Headings[i + 1] = Headings[i] + (node.Tag.IsHeading() ? 1 : 0);
                Bylines[i + 1] = Bylines[i] + ((node.Hints & Hint.Byline) != 0 ? 1 : 0);
            }
        }

        public int Of(int[] sums, ReadOnlySpan<PageNode> nodes, int at) => sums[nodes[at].End] - sums[at];
    }
}
