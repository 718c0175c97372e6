using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Tests.External;

public sealed class ExternalModelTests
{
    private const string Positive = """{"label": "positive"}""";

    [Theory]
    [InlineData(Positive)]
    [InlineData("```json\n{\"label\": \"positive\"}\n```")]
    [InlineData("Sure! Here is the answer: {\"label\":\"Positive\",}")]
    [InlineData("{\"sentiment\": \"positive\"}")]
    [InlineData("\"positive\"")]
    [InlineData("**Positive**.")]
    [InlineData("The sentiment is positive.")]
    [InlineData("<think>it could be negative, or neutral…</think>\n{\"label\": \"positive\"}")]
    [InlineData("{\"label\": \"긍정\"}")]
    [InlineData("이 글은 긍정입니다")]
    public async Task An_answer_is_read_whatever_stands_around_its_label(string content)
    {
        await using var endpoint = await FakeEndpoint.SayAsync(content);
        using var model = FakeEndpoint.Open(endpoint.Options());

        Assert.Equal((float[])[0, 0, 1], await model.ScoreAsync("What a day", default));
    }

    [Fact]
    public async Task A_stream_that_nobody_asked_for_is_read()
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) => FakeEndpoint.Write(
            context,
            ": ping\n\ndata: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"{\\\"label\\\": \"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"\\\"neutral\\\"}\"},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}\n\ndata: [DONE]\n\n",
            type: "text/event-stream"));
        using var model = FakeEndpoint.Open(endpoint.Options());

        Assert.Equal((float[])[0, 1, 0], await model.ScoreAsync("text", default));
        Assert.Equal((7, 3), (model.Usage.TokensIn, model.Usage.TokensOut));
    }

    [Fact]
    public async Task Probabilities_of_tokens_become_scores()
    {
        var logprobs = new JsonObject
        {
            ["content"] = new JsonArray(
                Token("{\"", 1), Token("label", 1), Token("\":\"", 1),
                Token("pos", 0.5, ("neg", 0.3), ("ne", 0.2), ("The", 0.01)), Token("itive", 1), Token("\"}", 1)),
        };
        await using var endpoint = await FakeEndpoint.StartAsync(FakeEndpoint.Chat("{\"label\":\"positive\"}", logprobs: logprobs));
        using var model = FakeEndpoint.Open(endpoint.Options());

        var scores = await model.ScoreAsync("text", default);

        // "ne" begins both negative and neutral.
        Assert.Equal([0.4, 0.1, 0.5], scores.Select(s => Math.Round(s, 4)));
    }

    [Fact]
    public async Task Tokens_and_price_make_the_cost()
    {
        await using var endpoint = await FakeEndpoint.SayAsync(Positive);
        var options = endpoint.Options();
        (options.PricePer1kIn, options.PricePer1kOut) = (1, 10);
        using var model = FakeEndpoint.Open(options);

        await model.ScoreAsync("a", default);
        await model.ScoreAsync("b", default);

        Assert.Equal(new ExternalUsage(2, 200, 20, 0.4), model.Usage);
    }

    [Fact]
    public async Task A_text_without_a_word_is_not_sent()
    {
        await using var endpoint = await FakeEndpoint.SayAsync(Positive);
        using var model = FakeEndpoint.Open(endpoint.Options());

        var refused = Assert.Throws<ExternalModelException>(() => model.Ready(" \n"));

        Assert.Equal((ExternalFault.Refused, 0), (refused.Fault, endpoint.Asked));
    }

    [Fact]
    public async Task Five_megabytes_and_lone_surrogates_are_cut_and_mended()
    {
        await using var endpoint = await FakeEndpoint.SayAsync(Positive);
        using var model = FakeEndpoint.Open(endpoint.Options());

        await model.ScoreAsync(model.Ready("\ud800 " + new string('가', 5_000_000)), default);

        var prompt = endpoint.Bodies[0]["messages"]![0]!["content"]!.GetValue<string>();
        Assert.InRange(prompt.Length, 4_000, 5_000);
        Assert.Contains("\ufffd 가가", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so_and_not_that_the_model_failed()
    {
        using var stop = new CancellationTokenSource();
        await using var endpoint = await FakeEndpoint.StartAsync(async (context, _) =>
        {
            await stop.CancelAsync();
            await Hang(context);
        });
        using var model = FakeEndpoint.Open(endpoint.Options());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.ScoreAsync("text", stop.Token));
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        var (under, most) = (0, 0);
        await using var endpoint = await FakeEndpoint.StartAsync(async (context, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref under));
            await Task.Yield();
            Interlocked.Decrement(ref under);
            await FakeEndpoint.Write(context, FakeEndpoint.Chat(Positive));
        });
        using var model = FakeEndpoint.Open(endpoint.Options());

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => model.ScoreAsync($"text {i}", default)));

        Assert.Equal(40, endpoint.Asked);
        Assert.InRange(most, 1, 2);
    }

    private static Task Hang(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    private static JsonObject Token(string text, double probability, params (string Text, double Probability)[] others) => new()
    {
        ["token"] = text,
        ["logprob"] = Math.Log(probability),
        ["top_logprobs"] = new JsonArray([.. others.Append((text, probability)).Select(o => new JsonObject { ["token"] = o.Item1, ["logprob"] = Math.Log(o.Item2) })]),
    };
}
