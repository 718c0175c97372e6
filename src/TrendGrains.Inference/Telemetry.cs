using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TrendGrains.Inference;

/// <summary>What this project measures, under one meter; every instrument is tagged with the model's name.</summary>
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

    internal static readonly Counter<int> Failures =
        meter.CreateCounter<int>("trendgrains.inference.failures", "{item}", "Items whose own run failed.");
}

/// <summary>The instruments of one queue.</summary>
internal sealed class QueueMeter(string model)
{
    private readonly TagList tags = new() { { "model", model } };

    public void Deeper(int items) => Telemetry.QueueDepth.Add(items, tags);

    public void Waited(TimeSpan time) => Telemetry.QueueDuration.Record(time.TotalSeconds, tags);

    public void Ran(int items, TimeSpan time)
    {
        Telemetry.BatchSize.Record(items, tags);
        Telemetry.RunDuration.Record(time.TotalSeconds, tags);
    }

    public void Rejected(int items) => Telemetry.Rejections.Add(items, tags);

    public void Failed() => Telemetry.Failures.Add(1, tags);
}
