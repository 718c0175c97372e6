using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.External;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.External;

/// <summary>An endpoint in every way of being none: each time a typed error that names the model and the address.</summary>
public sealed class MisbehavingEndpointTests
{
    private const string Key = "sk-secret-0123456789";

    public static TheoryData<string, ExternalFault, string> Ways => new()
    {
        { "hang", ExternalFault.TooLate, "no whole answer within 0.3 s" },
        { "half a body, then nothing", ExternalFault.TooLate, "no whole answer within 0.3 s" },
        { "reset", ExternalFault.Unreachable, "no connection, or it broke" },
        { "reset in the body", ExternalFault.Unreachable, "no connection, or it broke" },
        { "garbage", ExternalFault.Unreadable, "its answer is no JSON object" },
        { "nothing", ExternalFault.Unreadable, "its answer is empty" },
        { "a web page", ExternalFault.Unreadable, "its answer is a web page and no JSON" },
        { "truncated JSON", ExternalFault.Unreadable, "its answer is no JSON object" },
        { "other JSON", ExternalFault.Unreadable, "its answer has no \"choices\"" },
        { "a wrong label", ExternalFault.Unreadable, "names none of negative, neutral, positive, or several: '{\"label\": \"sarcastic\"}'" },
        { "two labels", ExternalFault.Unreadable, "or several: 'positive or negative'" },
        { "cut off", ExternalFault.Unreadable, "was cut off after MaxTokens (64)" },
        { "no text", ExternalFault.Unreadable, "its answer holds no text" },
        { "filtered", ExternalFault.Unreadable, "its filter held the answer back" },
        { "an endless stream", ExternalFault.Unreadable, "its answer is larger than 64 KB" },
        { "a redirect", ExternalFault.Refused, "redirects are not followed" },
        { "an error with 200", ExternalFault.Failed, "it says: the model crashed" },
        { "an older error with 200", ExternalFault.Failed, "it says: the model crashed" },
        { "401", ExternalFault.Refused, "it answers 401: Incorrect API key provided: ***; is the key in MY_KEY right?" },
        { "404", ExternalFault.Failed, "does it know the model 'tiny'?" },
        { "400", ExternalFault.Failed, "it answers 400: response_format is not supported" },
        { "500", ExternalFault.Unreachable, "it answers 500" },
        { "503", ExternalFault.Busy, "it answers 503: Loading model" },
        { "429", ExternalFault.Busy, "it may be asked again in 120 s" },
        { "a spent quota", ExternalFault.Refused, "it answers 429: You exceeded your current quota" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_way_is_told_apart_and_none_tells_the_key(string way, ExternalFault fault, string reason)
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) => Misbehave(context, way));
        var options = endpoint.Options();
        (options.TimeoutSeconds, options.MaxAnswerKilobytes, options.KeyVariable) = (way.Contains("hang", StringComparison.Ordinal) || way.StartsWith("half", StringComparison.Ordinal) ? 0.3 : 30, 64, "MY_KEY");
        using var model = FakeEndpoint.Open(options, Key);

        var error = await Assert.ThrowsAsync<ExternalModelException>(() => model.ScoreAsync("text", default));

        Assert.Equal(fault, error.Fault);
        Assert.StartsWith($"Model 'mine' at {endpoint.Address}/chat/completions: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_told()
    {
        string address;
        await using (var endpoint = await FakeEndpoint.SayAsync(""))
        {
            address = endpoint.Address;
        }
        using var model = FakeEndpoint.Open(new ExternalModelOptions { Task = "tone", Address = address, Model = "tiny", Retries = 0 });

        var error = await Assert.ThrowsAsync<ExternalModelException>(() => model.ScoreAsync("text", default));

        Assert.Equal(ExternalFault.Unreachable, error.Fault);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("reset in the body")]
    [InlineData("500")]
    [InlineData("503")]
    public async Task What_was_lost_on_the_way_is_sent_again(string way)
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, number) => number <= 2 ? Misbehave(context, way) : FakeEndpoint.Write(context, FakeEndpoint.Chat("positive")));
        var options = endpoint.Options();
        options.Retries = 2;
        using var model = FakeEndpoint.Open(options);

        Assert.Equal((float[])[0, 0, 1], await model.ScoreAsync("text", default));
        Assert.Equal(3, endpoint.Asked);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("a wrong label")]
    [InlineData("401")]
    [InlineData("429")]
    [InlineData("a spent quota")]
    [InlineData("hang")]
    public async Task What_would_fail_again_is_not(string way)
    {
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) => Misbehave(context, way));
        var options = endpoint.Options();
        (options.Retries, options.TimeoutSeconds) = (3, 0.3);
        using var model = FakeEndpoint.Open(options);

        await Assert.ThrowsAsync<ExternalModelException>(() => model.ScoreAsync("text", default));

        Assert.Equal(1, endpoint.Asked);
    }

    [Fact]
    public async Task An_endpoint_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        var broken = true;
        var clock = new ManualTimeProvider();
        await using var endpoint = await FakeEndpoint.StartAsync((context, _) => broken ? Misbehave(context, "500") : FakeEndpoint.Write(context, FakeEndpoint.Chat("positive")));
        using var model = FakeEndpoint.Open(endpoint.Options(), clock: clock);
        for (var i = 0; i < 8; i++)
        {
            await Assert.ThrowsAsync<ExternalModelException>(() => model.ScoreAsync("text", default));
        }

        var alone = await Assert.ThrowsAsync<ExternalModelException>(() => model.ScoreAsync("text", default));
        Assert.Equal((ExternalFault.LeftAlone, 8), (alone.Fault, endpoint.Asked));
        Assert.InRange(alone.RetryAfter!.Value.TotalSeconds, 1, 15);

        broken = false;
        clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal((float[])[0, 0, 1], await model.ScoreAsync("text", default));
    }

    private static async Task Misbehave(HttpContext context, string way)
    {
        switch (way)
        {
            case "hang":
                await GoneAsync(context);
                break;
            case "half a body, then nothing":
                await context.Response.WriteAsync("{\"choices\":[");
                await context.Response.Body.FlushAsync();
                await GoneAsync(context);
                break;
            case "reset":
                context.Abort();
                break;
            case "reset in the body":
                await context.Response.WriteAsync("{\"choices\":[");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case "an endless stream":
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.WriteAsync("data: \u0001\u0002 garbage garbage garbage\n\n");
                }
                break;
            case "a redirect":
                context.Response.Redirect("http://127.0.0.1:1/steal");
                break;
            case "429":
                context.Response.Headers.RetryAfter = "120";
                await FakeEndpoint.Write(context, """{"error":{"message":"Rate limit reached","type":"requests","code":"rate_limit_exceeded"}}""", 429);
                break;
            default:
                var (body, status) = Fixed(way);
                await FakeEndpoint.Write(context, body, status);
                break;
        }
    }

    private static (string Body, int Status) Fixed(string way) => way switch
    {
        "garbage" => (Encoding.Latin1.GetString([1, 2, 0xFF, 0xFE, 0xC0, 7]), 200),
        "nothing" => ("", 200),
        "a web page" => ("<!DOCTYPE html><title>Welcome to nginx!</title>", 200),
        "truncated JSON" => (FakeEndpoint.Chat("positive")[..40], 200),
        "other JSON" => ("""{"status":"ok"}""", 200),
        "a wrong label" => (FakeEndpoint.Chat("{\"label\": \"sarcastic\"}"), 200),
        "two labels" => (FakeEndpoint.Chat("positive or negative"), 200),
        "cut off" => (FakeEndpoint.Chat("{\"label\": \"pos", "length"), 200),
        "no text" => ("""{"choices":[{"message":{"role":"assistant","content":null}}]}""", 200),
        "filtered" => (FakeEndpoint.Chat("", "content_filter"), 200),
        "an error with 200" => ("""{"error":{"message":"the model crashed","type":"server_error"}}""", 200),
        "an older error with 200" => ("""{"object":"error","message":"the model crashed","type":"InternalServerError","code":500}""", 200),
        "401" => ($$$"""{"error":{"message":"Incorrect API key provided: {{{Key}}}","type":"invalid_request_error","code":"invalid_api_key"}}""", 401),
        "404" => ("""{"error":{"message":"model not found","type":"not_found_error"}}""", 404),
        "400" => ("""{"error":{"message":"response_format is not supported","type":"invalid_request_error"}}""", 400),
        "500" => ("Internal Server Error", 500),
        "503" => ("""{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", 503),
        "a spent quota" => ("""{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}""", 429),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "no such way"),
    };

    private static Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }
}
