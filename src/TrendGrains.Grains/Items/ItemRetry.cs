using System.Buffers.Binary;
using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Items;

/// <summary>When an item asks again for what it is missing. Pure.</summary>
internal static class ItemRetry
{
    /// <summary>From this retry on, minutes after the first, what no model decided is believed and the item arrives as what it looks like.</summary>
    public const int Believing = 6;

    /// <summary>Tries, over two days or three; what is missing then stays missing until the page or the source is looked at again.</summary>
    public const int Most = 18;

    private static readonly TimeSpan first = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan longest = TimeSpan.FromHours(6);
    private static readonly TimeSpan longestAfterFailure = TimeSpan.FromMinutes(10);

    /// <summary>After a try that failed as a whole, as it does without a database: it may be for a moment, and nothing is known to be stored.</summary>
    public static TimeSpan AfterFailure(int retries, Guid item) => After(retries, item, longestAfterFailure);

    /// <summary>5 s, 10 s, 20 s, … at most 6 h, and up to as much again by the item's id: a batch that was put off does not come back as one.</summary>
    /// <param name="retries">How many there were.</param>
    public static TimeSpan After(int retries, Guid item) => After(retries, item, longest);

    /// <summary>Whether a try that a part stayed missing in was for nothing: there is nothing to store.</summary>
    /// <param name="known">What was stored before the try; null where there was nothing of this page.</param>
    public static bool LearntNothing(KnownParts? known, UnderstoodItem understood) =>
        known is not null && known.ContentHash == understood.ContentHash && understood.State == ItemState.Partial && Equals(known.Summary, understood.Summary)
        && understood.Missing.Select(m => m.Part).Order().SequenceEqual(known.Missing.Order());

    private static TimeSpan After(int retries, Guid item, TimeSpan longest)
    {
        var pause = first * Math.Pow(2, Math.Clamp(retries, 0, 16));
        Span<byte> bytes = stackalloc byte[16];
        item.TryWriteBytes(bytes);
        var share = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) / (double)uint.MaxValue;
        return (pause < longest ? pause : longest) * (1 + share);
    }
}
