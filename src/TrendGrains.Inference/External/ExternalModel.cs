using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.External;

/// <summary>A model behind an address, asked as a small one is. Safe for use by several threads.</summary>
internal sealed class ExternalModel : IDisposable
{
    private readonly ExternalModelOptions options;
    private readonly IReadOnlyList<string> labels;
    private readonly ExternalEndpoint endpoint;

    public ExternalModel(string name, ExternalModelOptions options, IReadOnlyList<string> labels, string? key, ExternalTransport transport, TimeProvider clock)
    {
        (this.options, this.labels) = (options, labels);
        endpoint = new ExternalEndpoint(name, options, options.Task == ExternalTask.Embedding ? "/embeddings" : "/chat/completions", key, transport, clock);
    }

    public ExternalUsage Usage => endpoint.Usage.Usage;

    /// <summary>What is sent of a text; a queue keeps no more of it.</summary>
    /// <exception cref="ExternalModelException">There is nothing to ask about.</exception>
    public string Ready(string text)
    {
        // Most endpoints refuse an empty input, and with it the whole batch: as a vector, a space has as little meaning.
        var sent = ExternalPrompt.Cut(text, options.MaxChars);
        return !string.IsNullOrWhiteSpace(sent) ? sent
            : options.Task == ExternalTask.Embedding ? " "
            : throw endpoint.Fault(ExternalFault.Refused, "a text without a word is not sent");
    }

    /// <summary>The probability of each label.</summary>
    /// <param name="text">Made ready.</param>
    /// <exception cref="ExternalModelException">There is none; the other texts go on.</exception>
    public async Task<float[]> ScoreAsync(string text, CancellationToken cancellationToken)
    {
        var body = ChatRequest.Chat(options, labels, ExternalPrompt.Of(options, labels, text));
        var answer = await endpoint.AskAsync(body, read => Counted(ChatAnswer.Read(read)), cancellationToken).ConfigureAwait(false);
        var said = LabelAnswer.Find(answer.Content, options.Task, labels);
        return said >= 0 ? LabelScores.Of(answer, labels, said) : throw endpoint.Fault(ExternalFault.Unreadable, WhyNoLabel(answer));
    }

    /// <summary>One unit vector a text, each made ready.</summary>
    /// <exception cref="ExternalModelException">There are none.</exception>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        return await endpoint.AskAsync(ChatRequest.Embeddings(options, texts), read =>
        {
            var answer = EmbeddingAnswer.Read(read, texts.Count, options.Dimension);
            endpoint.Usage.Spent(answer.TokensIn, 0);
            return answer.Vectors;
        }, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => endpoint.Dispose();

    private ChatAnswer Counted(ChatAnswer answer)
    {
        endpoint.Usage.Spent(answer.TokensIn, answer.TokensOut);
        return answer;
    }

    private string WhyNoLabel(ChatAnswer answer) => answer switch
    {
        { Refusal: { Length: > 0 } words } => $"it refuses: {AnswerBody.Short(words)}",
        { FinishReason: "length" } => $"its answer was cut off after MaxTokens ({options.MaxTokens}) before it named a label",
        { FinishReason: "content_filter" } => "its filter held the answer back",
        { Content.Length: 0 } => "its answer holds no text",
        _ => $"its answer names none of {string.Join(", ", labels)}, or several: '{AnswerBody.Short(answer.Content)}'",
    };
}
