using System.Text.Json;
using TrendGrains.Inference.Tokenizers.Hub.Subwords;

namespace TrendGrains.Inference.Tokenizers.Hub.Reading;

/// <summary>Reads <c>tokenizer.json</c>, version 1.0 of the format.</summary>
internal static class TokenizerReader
{
    public static TokenizerParts Read(ReadOnlyMemory<byte> json)
    {
        // Some exports begin with a byte order mark.
        var content = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        try
        {
            using var document = JsonDocument.Parse(content);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new TokenizerFormatException($"it is not JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // A number where a string should be, or half a surrogate pair in one.
            throw new TokenizerFormatException($"a part of it is not what it should be: {e.Message}", e);
        }
    }

    private static TokenizerParts Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new TokenizerFormatException("it is not an object.");
        }
        if (root.Text("version") is { } version && version != "1.0")
        {
            throw new TokenizerFormatException($"its version is '{version}', this reads 1.0.");
        }
        var model = ModelReader.Read(root.Demand("model"));
        var preTokenizer = root.Part("pre_tokenizer") is { } cutting ? PreTokenizerReader.Read(cutting) : null;
        return new TokenizerParts(model, root.Part("normalizer") is { } rewriting ? NormalizerReader.Read(rewriting) : null, AddedTokens(root, model))
        {
            PreTokenizer = preTokenizer,
            NeedsOrigins = root.Part("pre_tokenizer") is { } how && PreTokenizerReader.NeedsOrigins(how),
            PostProcessor = root.Part("post_processor") is { } ending ? PostProcessorReader.Read(ending) : null,
            Truncation = root.Part("truncation") is { } cut ? Truncation(cut) : null,
            Padding = root.Part("padding") is { } fill ? Padding(fill) : null,
        };
    }

    /// <summary>As the reference numbers them: by the model's vocabulary where that has the token, else behind it; the file's own id is not asked.</summary>
    private static List<AddedToken> AddedTokens(JsonElement root, SubwordModel model)
    {
        var found = new List<AddedToken>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = model.Count;
        foreach (var token in root.List("added_tokens"))
        {
            var content = token.Text("content") ?? throw new TokenizerFormatException("an added token has no 'content'.");
            if (content.Length == 0)
            {
                continue;
            }
            if (!ids.TryGetValue(content, out var id))
            {
                id = model.IdOf(content) ?? next++;
                ids.Add(content, id);
            }
            found.Add(new AddedToken(
                content,
                id,
                token.Flag("single_word") ?? false,
                token.Flag("lstrip") ?? false,
                token.Flag("rstrip") ?? false,
                token.Flag("normalized") ?? true,
                token.Flag("special") ?? false));
        }
        return found;
    }

    private static Truncation Truncation(JsonElement part) => new(
        part.Number("max_length") is >= 1 and var most ? most : throw new TokenizerFormatException("truncation has no 'max_length' above zero."),
        part.Choice("strategy", TruncationStrategy.LongestFirst),
        part.Text("direction") == "Left");

    private static Padding Padding(JsonElement part) => new(
        part.Number("pad_id") ?? 0,
        part.Number("pad_type_id") ?? 0,
        part.Part("strategy") is { ValueKind: JsonValueKind.Object } strategy ? strategy.Number("Fixed") : null,
        part.Number("pad_to_multiple_of") ?? 0,
        part.Text("direction") == "Left");
}
