using Orleans.Runtime;

namespace Orleans;

/// <summary>Keys of, and references to, a grain or a reference.</summary>
public static class GrainExtensions
{
    /// <summary>A reference that other grains may keep; <c>this</c> itself never leaves its activation.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.Silo.Factory.Create<TGrainInterface>(reference.GrainId),
        IGrainBase { GrainContext: Activation activation } => activation.Silo.Factory.Create<TGrainInterface>(activation.GrainId),
        _ => throw new ArgumentException($"{grain.GetType()} is neither an activated grain nor a reference to one.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => IdOf(grain).Key;

    public static long GetPrimaryKeyLong(this IAddressable grain) => GrainKey.TryReadInteger(IdOf(grain).Key, out var key, out _)
        ? key
        : throw new ArgumentException($"The key of {IdOf(grain)} is not an integer.", nameof(grain));

    public static Guid GetPrimaryKey(this IAddressable grain)
    {
        var id = IdOf(grain);
        if (GrainKey.TryReadGuid(id.Key, out var guid, out _))
        {
            return guid;
        }

        throw new ArgumentException($"The key of {id} is not a GUID.", nameof(grain));
    }

    private static GrainId IdOf(IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase activated => activated.GrainContext.GrainId,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
    };
}
