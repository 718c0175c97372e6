namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>Strings and their numbers, found unit by unit. Read by several threads once it is filled.</summary>
internal sealed class UnitTrie
{
    public const int Root = 0;
    public const int None = -1;

    // An edge is one number: 24 bits of the node, 16 of the unit, 24 of the child; zero is an empty place, for no child is the root.
    private ulong[] edges = new ulong[1 << 10];
    private int[] values = new int[1 << 9];
    private int nodes = 1;

    public UnitTrie() => values[Root] = None;

    /// <summary>The value of a string that was added before is replaced.</summary>
    public void Add(ReadOnlySpan<char> key, int value)
    {
        var node = Root;
        foreach (var unit in key)
        {
            var child = Child(node, unit);
            node = child != None ? child : AddChild(node, unit);
        }
        values[node] = value;
    }

    /// <summary>The number of a node's string, or none.</summary>
    public int Value(int node) => values[node];

    public int Child(int node, char unit)
    {
        var key = ((ulong)(uint)node << 16) | unit;
        var mask = (ulong)edges.Length - 1;
        for (var place = Spread(key) & mask; ; place = (place + 1) & mask)
        {
            var edge = edges[place];
            if (edge == 0)
            {
                return None;
            }
            if (edge >> 24 == key)
            {
                return (int)(edge & 0xFFFFFF);
            }
        }
    }

    /// <summary>The node of a whole string, or none.</summary>
    public int Walk(ReadOnlySpan<char> key, int node = Root)
    {
        foreach (var unit in key)
        {
            node = Child(node, unit);
            if (node == None)
            {
                return None;
            }
        }
        return node;
    }

    public int Find(ReadOnlySpan<char> key) => Walk(key) is not None and var node ? values[node] : None;

    /// <summary>The longest string that the text begins with below a node, and its length there; (−1, 0) when there is none.</summary>
    public (int Value, int Length) Longest(ReadOnlySpan<char> text, int node = Root)
    {
        var best = (None, 0);
        for (var i = 0; i < text.Length; i++)
        {
            node = Child(node, text[i]);
            if (node == None)
            {
                break;
            }
            if (values[node] != None)
            {
                best = (values[node], i + 1);
            }
        }
        return best;
    }

    private int AddChild(int node, char unit)
    {
        if (nodes == 1 << 24)
        {
            throw new TokenizerFormatException("the vocabulary is too large.");
        }
        if (nodes == values.Length)
        {
            Array.Resize(ref values, nodes * 2);
        }
        if (nodes * 2 > edges.Length)
        {
            Grow();
        }
        var child = nodes++;
        values[child] = None;
        Place((((((ulong)(uint)node << 16) | unit) << 24) | (uint)child));
        return child;
    }

    private void Grow()
    {
        var old = edges;
        edges = new ulong[old.Length * 2];
        foreach (var edge in old)
        {
            if (edge != 0)
            {
                Place(edge);
            }
        }
    }

    private void Place(ulong edge)
    {
        var mask = (ulong)edges.Length - 1;
        var place = Spread(edge >> 24) & mask;
        while (edges[place] != 0)
        {
            place = (place + 1) & mask;
        }
        edges[place] = edge;
    }

    private static ulong Spread(ulong key)
    {
        key *= 0x9E3779B97F4A7C15;
        return key ^ (key >> 29);
    }
}
