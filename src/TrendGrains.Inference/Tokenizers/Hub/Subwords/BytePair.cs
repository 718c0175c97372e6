using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>Byte-pair encoding: single characters that are merged pair by pair, the pair learned first before all others.</summary>
internal sealed class BytePair : SubwordModel
{
    private readonly Vocabulary vocabulary;
    private readonly UnitTrie trie;
    private readonly MergeTable merges;
    private readonly BytePairSettings settings;
    private readonly int? unknown;
    private readonly int[]? bytes;

    public BytePair(Vocabulary vocabulary, MergeTable merges, BytePairSettings settings)
    {
        (this.vocabulary, this.merges, this.settings) = (vocabulary, merges, settings);
        trie = vocabulary.ToTrie();
        unknown = settings.Unknown is null ? null : vocabulary.IdOf(settings.Unknown);
        bytes = settings.FallsBackToBytes ? vocabulary.ByteTokens() : null;
    }

    public override int Count => vocabulary.Count;

    public override int? IdOf(string token) => vocabulary.IdOf(token);

    public override string? TokenOf(int id) => vocabulary.TokenOf(id);

    public override void Tokenize(ReadOnlySpan<char> piece, Workspace work, TokenSink sink)
    {
        if (settings.TakesWholePieces && trie.Find(piece) is not UnitTrie.None and var whole)
        {
            sink.Add(whole, 0, piece.Length);
            return;
        }
        var queue = work.Merges;
        queue.Begin();
        AddCharacters(piece, queue);
        Merge(queue);
        foreach (var symbol in queue.Symbols)
        {
            if (symbol.Id >= 0)
            {
                sink.Add(symbol.Id, symbol.Start, symbol.Stop);
            }
        }
    }

    private void AddCharacters(ReadOnlySpan<char> piece, MergeQueue queue)
    {
        var unknownStart = -1;
        for (int i = 0, width; i < piece.Length; i += width)
        {
            width = char.IsHighSurrogate(piece[i]) && i + 1 < piece.Length ? 2 : 1;
            var id = Single(piece, i, width);
            if (id >= 0)
            {
                if (unknownStart >= 0)
                {
                    queue.Add(unknown!.Value, unknownStart, i);
                    unknownStart = -1;
                }
                queue.Add(id, i, i + width);
            }
            else if (!(bytes is not null && AddBytes(piece, i, width, queue)) && settings.Unknown is not null)
            {
                if (unknown is null)
                {
                    throw new TokenizerFormatException($"the vocabulary lacks '{settings.Unknown}', the token of unknown characters.");
                }
                if (unknownStart >= 0 && !settings.FusesUnknown)
                {
                    queue.Add(unknown.Value, unknownStart, i);
                    unknownStart = -1;
                }
                unknownStart = unknownStart >= 0 ? unknownStart : i;
            }
        }
        if (unknownStart >= 0)
        {
            queue.Add(unknown!.Value, unknownStart, piece.Length);
        }
    }

    private int Single(ReadOnlySpan<char> piece, int start, int width)
    {
        var node = UnitTrie.Root;
        if (start > 0 && settings.Prefix is not null)
        {
            node = trie.Walk(settings.Prefix, node);
        }
        node = node == UnitTrie.None ? node : trie.Walk(piece.Slice(start, width), node);
        if (start + width == piece.Length && settings.Suffix is not null && node != UnitTrie.None)
        {
            node = trie.Walk(settings.Suffix, node);
        }
        return node == UnitTrie.None ? UnitTrie.None : trie.Value(node);
    }

    /// <summary>One token for each byte; false, and nothing added, when one of them has none.</summary>
    private bool AddBytes(ReadOnlySpan<char> piece, int start, int width, MergeQueue queue)
    {
        var text = piece.Slice(start, width);
        if (settings.Prefix is not null || settings.Suffix is not null)
        {
            text = $"{(start > 0 ? settings.Prefix : "")}{text}{(start + width == piece.Length ? settings.Suffix : "")}";
        }
        Span<byte> encoded = stackalloc byte[256];
        encoded = encoded[..Encoding.UTF8.GetBytes(text, encoded)];
        foreach (var b in encoded)
        {
            if (bytes![b] < 0)
            {
                return false;
            }
        }
        foreach (var b in encoded)
        {
            queue.Add(bytes![b], start, start + width);
        }
        return true;
    }

    private void Merge(MergeQueue queue)
    {
        var symbols = queue.Symbols;
        for (var i = 0; i + 1 < symbols.Length; i++)
        {
            Consider(queue, i, symbols[i].Id, symbols[i + 1].Id);
        }
        while (queue.Take(out var rank, out var place))
        {
            ref var left = ref symbols[place];
            if (left.Id < 0 || left.Next == MergeQueue.End)
            {
                continue;
            }
            ref var right = ref symbols[left.Next];
            var made = merges.Made(rank);
            // The pair may have changed since it was queued; it is merged if what stands there now makes the same token.
            if (merges.Rank(left.Id, right.Id) is var now && (now == MergeTable.None || merges.Made(now) != made))
            {
                continue;
            }
            left.Id = made;
            left.Stop = right.Stop;
            left.Next = right.Next;
            right.Id = -1;
            if (left.Next != MergeQueue.End)
            {
                symbols[left.Next].Previous = place;
                Consider(queue, place, left.Id, symbols[left.Next].Id);
            }
            if (left.Previous >= 0)
            {
                Consider(queue, left.Previous, symbols[left.Previous].Id, left.Id);
            }
        }
    }

    private void Consider(MergeQueue queue, int place, int left, int right)
    {
        if (merges.Rank(left, right) is not MergeTable.None and var rank)
        {
            queue.Wait(rank, place);
        }
    }
}

/// <param name="Unknown">The token of characters that the vocabulary lacks; null drops them.</param>
/// <param name="Prefix">Before every character but a piece's first.</param>
/// <param name="Suffix">Behind a piece's last character.</param>
/// <param name="FusesUnknown">Neighbours that are unknown are one.</param>
/// <param name="FallsBackToBytes">An unknown character becomes the tokens of its bytes where the vocabulary has them all.</param>
/// <param name="TakesWholePieces">A piece that is a token is that token, whatever the merges say.</param>
internal sealed record BytePairSettings(string? Unknown, string? Prefix, string? Suffix, bool FusesUnknown, bool FallsBackToBytes, bool TakesWholePieces);
