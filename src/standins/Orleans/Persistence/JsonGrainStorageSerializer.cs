using System.Text.Json;

namespace Orleans.Storage;

/// <summary>The default: System.Text.Json as it comes.</summary>
internal sealed class JsonGrainStorageSerializer : IGrainStorageSerializer
{
    public static IGrainStorageSerializer Instance { get; } = new JsonGrainStorageSerializer();

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input)!;
}
