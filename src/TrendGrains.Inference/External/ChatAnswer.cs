using System.Text;
using System.Text.Json;

namespace TrendGrains.Inference.External;

/// <summary>What an endpoint said, whether in one piece or as a stream of events that nobody asked for.</summary>
/// <param name="Content">The message; empty where there is none.</param>
/// <param name="FinishReason">stop, length, content_filter, …; null where it says none.</param>
/// <param name="Refusal">The model's own refusal, where it gave one.</param>
/// <param name="Tokens">The tokens of the content with those that might have stood in their place; empty without logprobs.</param>
internal sealed record ChatAnswer(string Content, string? FinishReason, string? Refusal, IReadOnlyList<AnswerToken> Tokens, long TokensIn, long TokensOut)
{
    /// <exception cref="FormatException">It is none; the message says how.</exception>
    /// <exception cref="EndpointErrorException">It is an error of the endpoint's own.</exception>
    public static ChatAnswer Read(ReadOnlySpan<byte> body)
    {
        var text = AnswerBody.Text(body);
        var (content, reason, refusal, tokens) = (new StringBuilder(), (string?)null, (string?)null, new List<AnswerToken>());
        var (tokensIn, tokensOut, choices) = (0L, 0L, 0);
        foreach (var piece in AnswerBody.IsEvents(text) ? AnswerBody.Events(text) : [text])
        {
            using var document = AnswerBody.Parse(piece);
            var root = document.RootElement;
            AnswerBody.ThrowIfError(root);
            if (root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
            {
                (tokensIn, tokensOut) = (AnswerBody.Count(usage, "prompt_tokens"), AnswerBody.Count(usage, "completion_tokens"));
            }
            if (!root.TryGetProperty("choices", out var all) || all.ValueKind != JsonValueKind.Array || all.GetArrayLength() == 0 || all[0].ValueKind != JsonValueKind.Object)
            {
                continue;
            }
            choices++;
            var choice = all[0];
            var message = AnswerBody.Object(choice, "message") ?? AnswerBody.Object(choice, "delta");
            if (message is { } said)
            {
                content.Append(Words(said));
                refusal = AnswerBody.String(said, "refusal") is { Length: > 0 } words ? refusal + words : refusal;
            }
            else
            {
                content.Append(AnswerBody.String(choice, "text"));
            }
            reason = AnswerBody.String(choice, "finish_reason") ?? reason;
            if (AnswerBody.Object(choice, "logprobs") is { } logprobs && logprobs.TryGetProperty("content", out var listed) && listed.ValueKind == JsonValueKind.Array)
            {
                tokens.AddRange(listed.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.Object).Select(AnswerToken.Read));
            }
        }
        return choices == 0
            ? throw new FormatException("its answer has no \"choices\"")
            : new ChatAnswer(content.ToString(), reason, refusal, tokens, tokensIn, tokensOut);
    }

    /// <summary>A string, or the texts of a list of parts.</summary>
    private static string? Words(JsonElement message) => !message.TryGetProperty("content", out var content) ? null : content.ValueKind switch
    {
        JsonValueKind.String => content.GetString(),
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Object).Select(p => AnswerBody.String(p, "text"))),
        _ => null,
    };
}

/// <summary>One token of an answer.</summary>
/// <param name="Others">What might have stood there, itself among them, with the natural logarithm of its probability.</param>
internal sealed record AnswerToken(string Text, IReadOnlyList<(string Text, double Logprob)> Others)
{
    public static AnswerToken Read(JsonElement token)
    {
        var text = AnswerBody.String(token, "token") ?? "";
        var others = token.TryGetProperty("top_logprobs", out var top) && top.ValueKind == JsonValueKind.Array
            ? top.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.Object).Select(o => (AnswerBody.String(o, "token") ?? "", Logprob(o))).ToList()
            : [];
        if (!others.Exists(o => o.Item1 == text))
        {
            others.Add((text, Logprob(token)));
        }
        return new AnswerToken(text, others);
    }

    private static double Logprob(JsonElement token) =>
        token.TryGetProperty("logprob", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : double.NegativeInfinity;
}
