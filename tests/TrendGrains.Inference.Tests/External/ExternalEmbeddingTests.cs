using System.Globalization;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Tests.External;

public sealed class ExternalEmbeddingTests
{
    [Fact]
    public async Task Vectors_come_in_the_order_of_the_texts_and_of_length_one()
    {
        await using var endpoint = await FakeEndpoint.StartAsync(Data("""{"index":1,"embedding":[0,2]}""", """{"index":0,"embedding":[3,4]}"""));
        using var model = Open(endpoint, prefix: "query: ");

        var vectors = await model.EmbedAsync([model.Ready("하나"), model.Ready("")], default);

        Assert.Equal([0.6f, 0.8f], vectors[0]);
        Assert.Equal([0f, 1f], vectors[1]);
        Assert.Equal(["query: 하나", "query:  "], endpoint.Bodies[0]["input"]!.AsArray().Select(t => t!.GetValue<string>()));
        Assert.Equal(5, model.Usage.TokensIn);
    }

    [Fact]
    public async Task Base64_that_nobody_asked_for_is_read()
    {
        var bytes = new byte[8];
        BitConverter.TryWriteBytes(bytes, 1f);
        await using var endpoint = await FakeEndpoint.StartAsync(Data(string.Create(CultureInfo.InvariantCulture, $$"""{"embedding":"{{Convert.ToBase64String(bytes)}}"}""")));
        using var model = Open(endpoint);

        Assert.Equal((float[])[1, 0], (await model.EmbedAsync(["a"], default))[0]);
    }

    [Theory]
    [InlineData("""{"embedding":[1,2,3]}""", "its vectors have 3 numbers; Dimension says 2")]
    [InlineData("""{"embedding":[0,0]}""", "one of its vectors has no direction")]
    [InlineData("""{"embedding":[null,1]}""", "one of its vectors has no direction")]
    [InlineData("""{"embedding":"%%"}""", "is no list of numbers")]
    [InlineData("""{"index":7,"embedding":[1,2]}""", "numbered wrongly: 7")]
    [InlineData("""{"embedding":[1,2]},{"embedding":[1,2]}""", "it gave 2 vectors for 1 texts")]
    [InlineData("""7""", "one of its vectors is missing")]
    public async Task Vectors_that_are_none_are_refused(string item, string reason)
    {
        await using var endpoint = await FakeEndpoint.StartAsync(Data(item));
        using var model = Open(endpoint);

        var error = await Assert.ThrowsAsync<ExternalModelException>(() => model.EmbedAsync(["a"], default));

        Assert.Equal(ExternalFault.Unreadable, error.Fault);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static ExternalModel Open(FakeEndpoint endpoint, string prefix = "")
    {
        var options = endpoint.Options(ExternalTask.Embedding);
        (options.Dimension, options.Prefix) = (2, prefix);
        return FakeEndpoint.Open(options);
    }

    private static string Data(params string[] items) => $$$"""{"object":"list","data":[{{{string.Join(',', items)}}}],"usage":{"prompt_tokens":5,"total_tokens":5}}""";
}
