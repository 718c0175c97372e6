using TrendGrains.Inference.Tokenizers.Hub.Normalizers;
using TrendGrains.Inference.Tokenizers.Hub.PostProcessors;
using TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;
using TrendGrains.Inference.Tokenizers.Hub.Subwords;

namespace TrendGrains.Inference.Tokenizers.Hub;

/// <summary>What a <c>tokenizer.json</c> is made of.</summary>
internal sealed class TokenizerParts
{
    private readonly Dictionary<string, int> addedIds;
    private readonly Dictionary<int, string> addedTokens;

    public TokenizerParts(SubwordModel model, Normalizer? normalizer, IReadOnlyList<AddedToken> added)
    {
        (Model, Normalizer) = (model, normalizer);
        addedIds = new Dictionary<string, int>(StringComparer.Ordinal);
        addedTokens = [];
        foreach (var token in added)
        {
            addedIds[token.Content] = token.Id;
            addedTokens[token.Id] = token.Content;
        }
        GivenTokens = new AddedTokenSearch([.. added.Where(t => !t.IsNormalized).Select(t => (t.Content, t))]);
        NormalizedTokens = new AddedTokenSearch([.. added.Where(t => t.IsNormalized).Select(t => (Normalized(t.Content), t))]);
    }

    public SubwordModel Model { get; }

    public Normalizer? Normalizer { get; }

    public PreTokenizer? PreTokenizer { get; init; }

    public PostProcessor? PostProcessor { get; init; }

    public Truncation? Truncation { get; init; }

    public Padding? Padding { get; init; }

    /// <summary>Added tokens that are looked for in the text as it was given.</summary>
    public AddedTokenSearch GivenTokens { get; }

    /// <summary>Added tokens that are looked for once the text is normalised.</summary>
    public AddedTokenSearch NormalizedTokens { get; }

    /// <summary>Whether cutting asks where a piece stood in the given text.</summary>
    public bool NeedsOrigins { get; init; }

    public bool IsAdded(int id) => addedTokens.ContainsKey(id);

    public int? IdOf(string token) => addedIds.TryGetValue(token, out var id) ? id : Model.IdOf(token);

    public string? TokenOf(int id) => addedTokens.GetValueOrDefault(id) ?? Model.TokenOf(id);

    private string Normalized(string content)
    {
        if (Normalizer is null)
        {
            return content;
        }
        var text = new TracedText();
        text.Begin(traced: false);
        text.AppendOriginal(content, 0, content.Length);
        Normalizer.Apply(text, new TracedText());
        return text.Units.ToString();
    }
}
