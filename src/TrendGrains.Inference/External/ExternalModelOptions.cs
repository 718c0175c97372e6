using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Inference.External;

/// <summary>One model behind an OpenAI-compatible address. Section <c>ExternalModels:NAME</c>; none is asked unless it stands there.</summary>
public sealed class ExternalModelOptions
{
    /// <summary>What it does: topic, tone, severity, article, advert or text-embedding.</summary>
    [Required]
    public string Task { get; set; } = "";

    /// <summary>Up to what stands before <c>/chat/completions</c>, e.g. <c>http://127.0.0.1:8080/v1</c>.</summary>
    [Required]
    public string Address { get; set; } = "";

    /// <summary>The endpoint's own name for the model, e.g. <c>llama3.2:3b</c>.</summary>
    [Required]
    public string Model { get; set; } = "";

    /// <summary>The environment variable that holds the key; null sends none.</summary>
    public string? KeyVariable { get; set; }

    /// <summary>The header that carries the key; <c>Authorization</c> carries it as a bearer token.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9-]*$")]
    public string KeyHeader { get; set; } = "Authorization";

    /// <summary>Whether the address may be this machine or its private network.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>Labels to choose from; the task's own when empty.</summary>
    public string[] Labels { get; set; } = [];

    /// <summary>What the model is told, with <c>{text}</c> and <c>{labels}</c>; the task's own when null.</summary>
    public string? Prompt { get; set; }

    /// <summary>The language of the built-in prompts.</summary>
    public PromptLanguage Language { get; set; } = PromptLanguage.OfText;

    /// <summary>How the answer is kept to the labels.</summary>
    public AnswerFormat Format { get; set; } = AnswerFormat.JsonSchema;

    /// <summary>Whether the probabilities of tokens are asked for: they make the scores. Without them the chosen label has 1.</summary>
    public bool Logprobs { get; set; } = true;

    /// <summary>Further members of every request as a JSON object; null takes one out, e.g. <c>{"max_completion_tokens":64,"max_tokens":null}</c>.</summary>
    public string? Extra { get; set; }

    /// <summary>Numbers of one vector; for text-embedding.</summary>
    [Range(0, 65_536)]
    public int Dimension { get; set; }

    /// <summary>What stands before each text that is embedded, e.g. <c>query: </c>.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Texts in one request that embeds.</summary>
    [Range(1, 256)]
    public int BatchSize { get; set; } = 32;

    /// <summary>Requests under way at one time.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 2;

    /// <summary>UTF-16 units of a text that are sent.</summary>
    [Range(1, 1_000_000)]
    public int MaxChars { get; set; } = 4_000;

    /// <summary>Tokens of an answer at most.</summary>
    [Range(1, 100_000)]
    public int MaxTokens { get; set; } = 64;

    /// <summary>Seconds for one request, its answer included.</summary>
    [Range(0.05, 3600)]
    public double TimeoutSeconds { get; set; } = 60;

    [Range(0.05, 60)]
    public double ConnectTimeoutSeconds { get; set; } = 10;

    /// <summary>How often a request that failed on the way is sent again.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>Milliseconds before the first of those, on average; doubled each time.</summary>
    [Range(1, 60_000)]
    public double RetryMilliseconds { get; set; } = 500;

    /// <summary>The longest that a <c>Retry-After</c> is waited for; a longer one is the caller's to wait for.</summary>
    [Range(0, 600)]
    public double LongestWaitSeconds { get; set; } = 20;

    /// <summary>Seconds that an endpoint is left alone which failed again and again.</summary>
    [Range(0.5, 3600)]
    public double BreakSeconds { get; set; } = 15;

    /// <summary>Kilobytes of one answer at most.</summary>
    [Range(1, 262_144)]
    public int MaxAnswerKilobytes { get; set; } = 16_384;

    /// <summary>Texts that may wait for it.</summary>
    [Range(ModelWorkers.MostRows, 1_000_000)]
    public int QueueLimit { get; set; } = 1_024;

    /// <summary>Seconds that a text may wait for its turn.</summary>
    [Range(0.1, 86_400)]
    public double QueueTimeoutSeconds { get; set; } = 600;

    /// <summary>Price of a thousand tokens of prompt, in any currency.</summary>
    [Range(0, 1e6)]
    public double PricePer1kIn { get; set; }

    /// <summary>Price of a thousand tokens of answer, in the same.</summary>
    [Range(0, 1e6)]
    public double PricePer1kOut { get; set; }
}

public enum PromptLanguage
{
    /// <summary>Korean for a text that is mostly Korean, else English.</summary>
    OfText,

    English,

    Korean,
}

/// <summary>What makes a model answer with a label and nothing else; an answer is read with patience whatever it is.</summary>
public enum AnswerFormat
{
    /// <summary><c>response_format</c> of type json_schema: OpenAI, vLLM, Ollama, llama.cpp.</summary>
    JsonSchema,

    /// <summary>A GBNF <c>grammar</c>: llama.cpp and what is built on it.</summary>
    Grammar,

    /// <summary>The prompt alone.</summary>
    Plain,
}
