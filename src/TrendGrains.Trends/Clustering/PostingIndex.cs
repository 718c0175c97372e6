using System.Runtime.InteropServices;

namespace TrendGrains.Trends.Clustering;

/// <summary>
/// Which open trends a key leads to. Chains of nodes in one array, linked both ways, so that a trend that closes leaves in time proportional
/// to its own keys. The order within a chain carries no meaning.
/// </summary>
internal sealed class PostingIndex
{
    private readonly Dictionary<uint, Chain> chains = [];
    private Node[] nodes = new Node[1024];
    private int used;
    private int free = -1;

    /// <summary>Trends that the key leads to.</summary>
    public int Count(uint key) => chains.TryGetValue(key, out var chain) ? chain.Count : 0;

    /// <summary>First node of the key's chain, −1 for none; go on with <see cref="Next"/>.</summary>
    public int First(uint key) => chains.TryGetValue(key, out var chain) ? chain.Head : -1;

    public int Next(int node) => nodes[node].Next;

    /// <summary>Place of the trend that the node leads to.</summary>
    public int Slot(int node) => nodes[node].Slot;

    public uint Key(int node) => nodes[node].Key;

    /// <summary>The new node, to remove it by. The caller adds a trend to a key once.</summary>
    public int Add(uint key, int slot)
    {
        var node = free;
        if (node >= 0)
        {
            free = nodes[node].Next;
        }
        else
        {
            if (used == nodes.Length)
            {
                Array.Resize(ref nodes, used * 2);
            }

            node = used++;
        }

        ref var chain = ref CollectionsMarshal.GetValueRefOrAddDefault(chains, key, out var known);
        var head = known ? chain.Head : -1;
        nodes[node] = new Node { Slot = slot, Key = key, Previous = -1, Next = head };
        if (head >= 0)
        {
            nodes[head].Previous = node;
        }

        chain = new Chain(node, chain.Count + 1);
        return node;
    }

    public void Remove(int node)
    {
        var gone = nodes[node];
        if (gone.Next >= 0)
        {
            nodes[gone.Next].Previous = gone.Previous;
        }

        if (gone.Previous >= 0)
        {
            nodes[gone.Previous].Next = gone.Next;
        }

        ref var chain = ref CollectionsMarshal.GetValueRefOrNullRef(chains, gone.Key);
        if (chain.Count == 1)
        {
            chains.Remove(gone.Key);
        }
        else
        {
            chain = new Chain(gone.Previous < 0 ? gone.Next : chain.Head, chain.Count - 1);
        }

        nodes[node].Next = free;
        free = node;
    }

    private readonly record struct Chain(int Head, int Count);

    private struct Node
    {
        public int Slot;
        public uint Key;
        public int Previous;
        public int Next;
    }
}
