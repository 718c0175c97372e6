using System.Text.Json;
using Orleans.Storage;

namespace TrendGrains.Hosting;

/// <summary>Grain state as plain JSON: the same bytes in both builds, readable with psql.</summary>
internal sealed class JsonStateSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, JsonSerializerOptions.Web));

    public T Deserialize<T>(BinaryData input) =>
        JsonSerializer.Deserialize<T>(input.ToMemory().Span, JsonSerializerOptions.Web)
        ?? throw new InvalidDataException($"Stored grain state of type {typeof(T).Name} is null.");
}
