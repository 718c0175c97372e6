using System.Diagnostics.Metrics;

namespace TrendGrains.Inference;

/// <summary>What this project measures, under one meter; every instrument is tagged with the model's name and version.</summary>
public static class Telemetry
{
    public const string MeterName = "TrendGrains.Inference";

    private static readonly Meter meter = new(MeterName);

    internal static readonly UpDownCounter<int> QueueDepth =
        meter.CreateUpDownCounter<int>("trendgrains.inference.queue.depth", "{item}", "Items that wait for a run.");

    internal static readonly Histogram<double> QueueDuration =
        meter.CreateHistogram<double>("trendgrains.inference.queue.duration", "s", "How long calls waited for their first run to begin.");

    internal static readonly Histogram<int> BatchSize =
        meter.CreateHistogram<int>("trendgrains.inference.batch.size", "{item}", "Items in one run.");

    internal static readonly Histogram<double> RunDuration =
        meter.CreateHistogram<double>("trendgrains.inference.run.duration", "s", "How long one run of a batch took.");

    internal static readonly Counter<int> Rejections =
        meter.CreateCounter<int>("trendgrains.inference.rejections", "{item}", "Items refused because the queue was full.");

    internal static readonly Counter<int> Expirations =
        meter.CreateCounter<int>("trendgrains.inference.expirations", "{item}", "Items whose time was up before their result.");

    internal static readonly Counter<int> CacheHits =
        meter.CreateCounter<int>("trendgrains.inference.cache.hits", "{item}", "Items whose result was known already; tagged with where.");

    internal static readonly Counter<int> CacheMisses =
        meter.CreateCounter<int>("trendgrains.inference.cache.misses", "{item}", "Items whose result was not known.");

    internal static readonly Counter<int> Shadows =
        meter.CreateCounter<int>("trendgrains.inference.shadows", "{item}", "Items that a version in the shadow was asked too; tagged with what came of it.");

    internal static readonly Counter<int> Failures =
        meter.CreateCounter<int>("trendgrains.inference.failures", "{item}", "Items whose own run failed.");
}
