using System.Text.Json.Nodes;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>One model and the ways in which it can be asked for item number i; every way gets the same items.</summary>
internal abstract class ServedModel : IAsyncDisposable
{
    public abstract string Name { get; }

    public abstract string OnnxPath { get; }

    /// <summary>One session.Run on one item, on the calling thread.</summary>
    public abstract void RunAlone(int item);

    /// <summary>Through the pool with one item a run: the same queue and threads, no batches.</summary>
    public abstract Task OneARunAsync(int item);

    /// <summary>Through the pool.</summary>
    public abstract Task BatchedAsync(int item);

    /// <summary>Through a grain in front of the pool.</summary>
    public abstract Task GrainAsync(int item);

    /// <summary>The item's tensors as a server's request.</summary>
    public abstract JsonObject Tensors(int item);

    /// <summary>Items in the mean batch of the last runs.</summary>
    public abstract double BatchSize { get; }

    public abstract ValueTask DisposeAsync();

    protected static JsonObject Tensor<T>(string type, int[] dims, IEnumerable<T> data) =>
        new() { ["type"] = type, ["dims"] = new JsonArray([.. dims.Select(d => (JsonNode)d)]), ["data"] = new JsonArray([.. data.Select(d => (JsonNode?)JsonValue.Create(d))]) };
}
