using System.Diagnostics;

namespace TrendGrains.Inference.Caching;

/// <summary>What one version's results were found to be known. Safe for several threads.</summary>
internal sealed class CacheFigures(string model, string version)
{
    private readonly TagList missed = new() { { "model", model }, { "version", version } };
    private readonly TagList memory = new() { { "model", model }, { "version", version }, { "where", "memory" } };
    private readonly TagList flight = new() { { "model", model }, { "version", version }, { "where", "flight" } };
    private readonly TagList store = new() { { "model", model }, { "version", version }, { "where", "store" } };
    private long inMemory;
    private long inFlight;
    private long inStore;
    private long misses;

    public void InMemory(int items) => Count(ref inMemory, items, memory);

    public void InFlight(int items) => Count(ref inFlight, items, flight);

    public void InStore(int items) => Count(ref inStore, items, store);

    public void Missed(int items)
    {
        Interlocked.Add(ref misses, items);
        Telemetry.CacheMisses.Add(items, missed);
    }

    public CacheSnapshot Read() => new(Interlocked.Read(ref inMemory), Interlocked.Read(ref inFlight), Interlocked.Read(ref inStore), Interlocked.Read(ref misses));

    private static void Count(ref long count, int items, in TagList tags)
    {
        if (items > 0)
        {
            Interlocked.Add(ref count, items);
            Telemetry.CacheHits.Add(items, tags);
        }
    }
}

/// <summary>Items whose result was known in memory, asked for by another caller just then, or kept in the database; and those that had to be run.</summary>
public sealed record CacheSnapshot(long InMemory, long InFlight, long InStore, long Missed);
