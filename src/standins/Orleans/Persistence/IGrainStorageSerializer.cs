namespace Orleans.Storage;

/// <summary>How a provider writes state.</summary>
public interface IGrainStorageSerializer
{
    BinaryData Serialize<T>(T? input);

    T Deserialize<T>(BinaryData input);
}
