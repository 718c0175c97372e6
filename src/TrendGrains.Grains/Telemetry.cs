using System.Diagnostics.Metrics;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Grains;

/// <summary>What this project measures.</summary>
public static class Telemetry
{
    public const string MeterName = "TrendGrains.Grains";

    private static readonly Meter meter = new(MeterName);

    private static readonly Histogram<double> stages = meter.CreateHistogram<double>(
        "trendgrains.ingest.stage.duration", "s", "How long one stage of ingest took for one batch: accepting, reading, each model's call by its task, composing, storing.");

    private static readonly Histogram<int> sizes = meter.CreateHistogram<int>("trendgrains.ingest.stage.size", "{item}", "Items of one batch in one stage.");

    private static readonly Counter<int> items = meter.CreateCounter<int>("trendgrains.ingest.items", "{item}", "Items that were understood, by what they were then.");

    private static readonly Counter<int> missing = meter.CreateCounter<int>("trendgrains.ingest.missing", "{item}", "Items that a part was missing of, by the part.");

    /// <summary>Times one stage of a batch, also where it fails.</summary>
    internal static async Task<T> StageAsync<T>(this TimeProvider clock, string stage, int count, Func<Task<T>> work)
    {
        var began = clock.GetTimestamp();
        var tag = new KeyValuePair<string, object?>("stage", stage);
        try
        {
            return await work();
        }
        finally
        {
            stages.Record(clock.GetElapsedTime(began).TotalSeconds, tag);
            sizes.Record(count, tag);
        }
    }

    internal static void Understood(ItemState state) => items.Add(1, new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant()));

    internal static void Missing(string part) => missing.Add(1, new KeyValuePair<string, object?>("part", part));
}
