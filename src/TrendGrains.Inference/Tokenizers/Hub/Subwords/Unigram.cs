using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>
/// SentencePiece's unigram model: the tokens whose scores add up to most (Viterbi). A character that begins no token costs ten more than the
/// worst token; neighbours of that kind become one unknown, or the tokens of their bytes.
/// </summary>
internal sealed class Unigram : SubwordModel
{
    private const double UnknownPenalty = 10;
    private const int NoUnknown = -1;

    private readonly string[] tokens;
    private readonly double[] scores;
    private readonly Dictionary<string, int> ids;
    private readonly UnitTrie trie = new();
    private readonly int[]? bytes;
    private readonly int unknown;
    private readonly double unknownScore;

    /// <exception cref="TokenizerFormatException">The unknown token is not in the vocabulary.</exception>
    public Unigram(IReadOnlyList<(string Token, double Score)> vocabulary, int? unknown, bool fallsBackToBytes)
    {
        if (unknown is { } id && (id < 0 || id >= vocabulary.Count))
        {
            throw new TokenizerFormatException($"unk_id {id} is not in the vocabulary of {vocabulary.Count}.");
        }
        this.unknown = unknown ?? NoUnknown;
        tokens = new string[vocabulary.Count];
        scores = new double[vocabulary.Count];
        ids = new Dictionary<string, int>(vocabulary.Count, StringComparer.Ordinal);
        var least = double.PositiveInfinity;
        for (var i = 0; i < tokens.Length; i++)
        {
            (tokens[i], scores[i]) = vocabulary[i];
            ids[tokens[i]] = i;
            least = Math.Min(least, scores[i]);
            if (tokens[i].Length > 0)
            {
                trie.Add(tokens[i], i);
            }
        }
        unknownScore = least - UnknownPenalty;
        bytes = fallsBackToBytes ? [.. Enumerable.Range(0, 256).Select(b => ids.GetValueOrDefault($"<0x{b:X2}>", -1))] : null;
    }

    public override int Count => tokens.Length;

    public override int? IdOf(string token) => ids.TryGetValue(token, out var id) ? id : null;

    public override string? TokenOf(int id) => id >= 0 && id < tokens.Length ? tokens[id] : null;

    public override void Tokenize(ReadOnlySpan<char> piece, Workspace work, TokenSink sink)
    {
        var steps = work.Path.Begin(piece.Length);
        for (int start = 0, width; start < piece.Length; start += width)
        {
            width = char.IsHighSurrogate(piece[start]) && start + 1 < piece.Length ? 2 : 1;
            var soFar = steps[start].Score;
            var hasSingle = false;
            var node = UnitTrie.Root;
            for (var end = start; end < piece.Length;)
            {
                node = trie.Child(node, piece[end]);
                if (node == UnitTrie.None)
                {
                    break;
                }
                end++;
                var id = trie.Value(node);
                if (id != UnitTrie.None)
                {
                    Offer(ref steps[end], scores[id] + soFar, start, id);
                    hasSingle |= end - start == width;
                }
            }
            if (!hasSingle)
            {
                Offer(ref steps[start + width], unknownScore + soFar, start, unknown != NoUnknown ? unknown : throw NoUnknownToken());
            }
        }
        Collect(piece, steps, sink);
    }

    private static void Offer(ref BestPath.Step step, double score, int start, int id)
    {
        if (step.Start == BestPath.NotReached || score > step.Score)
        {
            step = new BestPath.Step(score, start, id);
        }
    }

    /// <summary>Goes back from the end; runs of the unknown token are one.</summary>
    private void Collect(ReadOnlySpan<char> piece, ReadOnlySpan<BestPath.Step> steps, TokenSink sink)
    {
        var from = sink.Count;
        for (var end = piece.Length; end > 0;)
        {
            var step = steps[end];
            var start = step.Start;
            if (step.Id != unknown)
            {
                sink.Add(step.Id, start, end);
            }
            else
            {
                while (start > 0 && steps[start].Id == unknown)
                {
                    start = steps[start].Start;
                }
                AddUnknown(piece, start, end, sink);
            }
            end = start;
        }
        sink.Reverse(from);
    }

    /// <summary>Adds from the last byte to the first, since what was gathered is turned round.</summary>
    private void AddUnknown(ReadOnlySpan<char> piece, int start, int end, TokenSink sink)
    {
        var run = piece[start..end];
        if (trie.Find(run) is not UnitTrie.None and var known)
        {
            sink.Add(known, start, end);
            return;
        }
        if (bytes is not null)
        {
            Span<byte> encoded = run.Length <= 256 ? stackalloc byte[768] : new byte[run.Length * 3];
            encoded = encoded[..Encoding.UTF8.GetBytes(run, encoded)];
            var before = sink.Count;
            var complete = true;
            for (var i = encoded.Length - 1; i >= 0 && complete; i--)
            {
                complete = bytes[encoded[i]] >= 0;
                sink.Add(bytes[encoded[i]], start, end);
            }
            if (complete)
            {
                return;
            }
            sink.CutTo(before);
        }
        sink.Add(unknown, start, end);
    }

    private static TokenizerFormatException NoUnknownToken() => new("the text has a character that the vocabulary lacks, and there is no unk_id.");
}
