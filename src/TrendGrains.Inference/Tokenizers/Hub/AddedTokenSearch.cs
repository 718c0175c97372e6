using System.Buffers;
using System.Text;
using TrendGrains.Inference.Tokenizers.Hub.Characters;
using TrendGrains.Inference.Tokenizers.Hub.Subwords;

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>Finds added tokens: the leftmost, and of those that begin there the longest.</summary>
internal sealed class AddedTokenSearch
{
    private readonly UnitTrie trie = new();
    private readonly AddedToken[] tokens;
    private readonly SearchValues<char> firsts;

    /// <param name="tokens">Each with the form to look for; of two with the same form the first counts.</param>
    public AddedTokenSearch(IReadOnlyList<(string Form, AddedToken Token)> tokens)
    {
        var kept = tokens.Where(t => t.Form.Length > 0).DistinctBy(t => t.Form, StringComparer.Ordinal).ToArray();
        this.tokens = [.. kept.Select(t => t.Token)];
        for (var i = 0; i < kept.Length; i++)
        {
            trie.Add(kept[i].Form, i);
        }
        firsts = SearchValues.Create([.. kept.Select(t => t.Form[0]).Distinct()]);
    }

    public bool IsEmpty => tokens.Length == 0;

    /// <summary>Adds pieces that cover the text from end to end; those of added tokens carry their id.</summary>
    public void Cut(ReadOnlySpan<char> text, int shift, List<Piece> pieces)
    {
        var kept = 0;
        for (var i = 0; i < text.Length && text[i..].IndexOfAny(firsts) is >= 0 and var skipped;)
        {
            i += skipped;
            var (found, length) = trie.Longest(text[i..]);
            if (found < 0)
            {
                i++;
                continue;
            }
            var (start, end) = (i, i + length);
            i = end;
            var token = tokens[found];
            if (token.SingleWord && (EndsWithWord(text[..start]) || StartsWithWord(text[end..])))
            {
                continue;
            }
            while (token.StripsLeft && start > kept && CharacterClasses.IsWhitespace(text[start - 1]))
            {
                start--;
            }
            while (token.StripsRight && end < text.Length && CharacterClasses.IsWhitespace(text[end]))
            {
                end++;
            }
            if (start > kept)
            {
                pieces.Add(new Piece(shift + kept, shift + start));
            }
            // White space that the token before took may hold the beginning of this one.
            pieces.Add(new Piece(shift + Math.Max(start, kept), shift + end, token.Id));
            kept = end;
        }
        if (kept < text.Length)
        {
            pieces.Add(new Piece(shift + kept, shift + text.Length));
        }
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && CharacterClasses.IsWord(rune.Value);

    private static bool EndsWithWord(ReadOnlySpan<char> text) =>
        Rune.DecodeLastFromUtf16(text, out var rune, out _) == OperationStatus.Done && CharacterClasses.IsWord(rune.Value);
}
