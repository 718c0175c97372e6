namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>Tokens and their ids, both ways.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> ids;
    private readonly Dictionary<int, string> tokens;

    public Vocabulary(Dictionary<string, int> ids)
    {
        this.ids = ids;
        tokens = new Dictionary<int, string>(ids.Count);
        foreach (var (token, id) in ids)
        {
            tokens[id] = token;
        }
    }

    public int Count => ids.Count;

    public IEnumerable<KeyValuePair<string, int>> Entries => ids;

    public int? IdOf(string token) => ids.TryGetValue(token, out var id) ? id : null;

    public string? TokenOf(int id) => tokens.GetValueOrDefault(id);

    /// <exception cref="TokenizerFormatException">It lacks the token.</exception>
    public int Demand(string token, string role) =>
        IdOf(token) ?? throw new TokenizerFormatException($"the vocabulary lacks '{token}', {role}.");

    public UnitTrie ToTrie()
    {
        var trie = new UnitTrie();
        foreach (var (token, id) in ids)
        {
            trie.Add(token, id);
        }
        return trie;
    }

    /// <summary>The ids of the tokens for single bytes, <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c>; −1 where one is missing.</summary>
    public int[] ByteTokens()
    {
        var found = new int[256];
        for (var b = 0; b < 256; b++)
        {
            found[b] = IdOf($"<0x{b:X2}>") ?? -1;
        }
        return found;
    }
}
