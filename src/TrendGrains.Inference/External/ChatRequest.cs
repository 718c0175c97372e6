using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrendGrains.Inference.External;

/// <summary>Bodies of requests, as the OpenAI API and those that follow it take them.</summary>
internal static class ChatRequest
{
    /// <summary>What OpenAI allows at most; vLLM and llama.cpp take it too.</summary>
    private const int TopLogprobs = 20;

    /// <summary>The body for <c>/chat/completions</c>.</summary>
    public static byte[] Chat(ExternalModelOptions options, IReadOnlyList<string> labels, string prompt)
    {
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = prompt }),
            ["temperature"] = 0,
            ["max_tokens"] = options.MaxTokens,
            ["stream"] = false,
        };
        if (options.Logprobs)
        {
            body["logprobs"] = true;
            body["top_logprobs"] = TopLogprobs;
        }
        if (options.Format == AnswerFormat.JsonSchema)
        {
            body["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "label", ["strict"] = true, ["schema"] = Schema(labels) },
            };
        }
        else if (options.Format == AnswerFormat.Grammar)
        {
            body["grammar"] = Grammar(labels);
        }
        return Write(options, body);
    }

    /// <summary>The body for <c>/embeddings</c>.</summary>
    public static byte[] Embeddings(ExternalModelOptions options, IEnumerable<string> texts) => Write(options, new JsonObject
    {
        ["model"] = options.Model,
        ["input"] = new JsonArray([.. texts.Select(t => (JsonNode)$"{options.Prefix}{t}")]),
        ["encoding_format"] = "float",
    });

    private static JsonObject Schema(IReadOnlyList<string> labels) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["label"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. labels.Select(l => (JsonNode)l)]) } },
        ["required"] = new JsonArray("label"),
        ["additionalProperties"] = false,
    };

    /// <summary>GBNF: exactly <c>{"label": "…"}</c> with one of the labels.</summary>
    private static string Grammar(IReadOnlyList<string> labels)
    {
        static string Terminal(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        // Twice quoted: once as the answer's JSON, once as the grammar's own.
        var choices = string.Join(" | ", labels.Select(l => Terminal(JsonSerializer.Serialize(l, Json.Relaxed))));
        return $"""root ::= {Terminal("{\"label\": ")} ({choices}) {Terminal("}")}""";
    }

    private static byte[] Write(ExternalModelOptions options, JsonObject body)
    {
        if (options.Extra is not null)
        {
            foreach (var (name, value) in JsonNode.Parse(options.Extra)!.AsObject())
            {
                body.Remove(name);
                if (value is not null)
                {
                    body[name] = value.DeepClone();
                }
            }
        }
        return JsonSerializer.SerializeToUtf8Bytes(body, Json.Relaxed);
    }

    private static class Json
    {
        public static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }
}
