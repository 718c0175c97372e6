using System.Text;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A grain's key in the columns of OrleansStorage, as the real provider lays it out.</summary>
internal readonly record struct StorageKey(int Hash, long N0, long N1, string? Extension)
{
    public static StorageKey Of(GrainId id)
    {
        // In this order, by shape alone: a string key that looks like a GUID or a hexadecimal number is stored as one.
        if (GrainKey.TryReadGuid(id.Key, out var guid, out var extension))
        {
            var bytes = guid.ToByteArray();
            return new(HashOf(bytes, extension), BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, 8), extension);
        }

        if (GrainKey.TryReadInteger(id.Key, out var number, out extension))
        {
            return new(HashOf(BitConverter.GetBytes(number), extension), 0, number, extension);
        }

        return new(HashOf([], id.Key), 0, 0, id.Key);
    }

    public static int HashOf(string text) => (int)StableHash.Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The hash by which the ring of silos shares reminders out.</summary>
    public static int HashOf(GrainId id) =>
        (int)unchecked((StableHash.Of(Encoding.UTF8.GetBytes(id.Type)) * 31) + StableHash.Of(Encoding.UTF8.GetBytes(id.Key)));

    private static int HashOf(byte[] key, string? extension)
    {
        byte[] bytes = [.. key, .. Encoding.UTF8.GetBytes(extension ?? "")];
        Array.Reverse(bytes);
        return (int)StableHash.Of(bytes);
    }
}
