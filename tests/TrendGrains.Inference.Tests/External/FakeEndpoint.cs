using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TrendGrains.Inference.External;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Inference.Tests.External;

/// <summary>A model server on loopback that answers as a test says, and keeps what it was sent.</summary>
internal sealed class FakeEndpoint : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonNode> bodies = [];
    private LoopbackSite site = null!;

    public IReadOnlyList<JsonNode> Bodies => [.. bodies];

    public int Asked => bodies.Count;

    public string Address => $"{site.Url}v1";

    /// <param name="answer">Told the request's number, from 1.</param>
    public static Task<FakeEndpoint> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var number = 0;
        return ReplyAsync((context, _) => answer(context, Interlocked.Increment(ref number)));
    }

    /// <param name="answer">Told what was asked.</param>
    public static async Task<FakeEndpoint> ReplyAsync(Func<HttpContext, JsonNode, Task> answer)
    {
        var endpoint = new FakeEndpoint();
        endpoint.site = await LoopbackSite.StartAsync(async context =>
        {
            var body = (await JsonNode.ParseAsync(context.Request.Body))!;
            endpoint.bodies.Enqueue(body);
            await answer(context, body);
        });
        return endpoint;
    }

    public static Task<FakeEndpoint> StartAsync(string body, int status = 200) => ReplyAsync((context, _) => Write(context, body, status));

    /// <summary>Answers each with the message given.</summary>
    public static Task<FakeEndpoint> SayAsync(string content, string finish = "stop") => StartAsync(Chat(content, finish));

    public static string Chat(string content, string finish = "stop", JsonNode? logprobs = null) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content },
            ["logprobs"] = logprobs,
            ["finish_reason"] = finish,
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 10, ["total_tokens"] = 110 },
    }.ToJsonString();

    public static Task Write(HttpContext context, string body, int status = 200, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    public ExternalModelOptions Options(string task = "tone") => new() { Task = task, Address = Address, Model = "tiny", AllowPrivate = true, Retries = 0, RetryMilliseconds = 1 };

    public static ExternalModel Open(ExternalModelOptions options, string? key = null, TimeProvider? clock = null) => new(
        "mine",
        options,
        options.Labels.Length > 0 ? options.Labels : [.. ExternalTask.Find(options.Task)?.Choices.Select(c => c.Label) ?? []],
        key,
        (_, _) => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false },
        clock ?? TimeProvider.System);

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
