using System.Diagnostics;

namespace TrendGrains.Inference.Batching;

/// <summary>What one queue has done so far: instruments of <see cref="Telemetry"/>, and the same figures to read in the process. Safe for several threads.</summary>
internal sealed class QueueFigures(string model, string? version)
{
    private readonly TagList tags = version is null ? new() { { "model", model } } : new() { { "model", model }, { "version", version } };
    private readonly Recent waits = new();
    private readonly Recent runs = new();
    private readonly Recent batches = new();
    private long items;
    private long ran;
    private long rejected;
    private long expired;
    private long failed;

    public void Deeper(int count) => Telemetry.QueueDepth.Add(count, tags);

    public void Waited(TimeSpan time)
    {
        waits.Add(time.TotalMilliseconds);
        Telemetry.QueueDuration.Record(time.TotalSeconds, tags);
    }

    public void Ran(int count, TimeSpan time)
    {
        Interlocked.Add(ref items, count);
        Interlocked.Increment(ref ran);
        runs.Add(time.TotalMilliseconds);
        batches.Add(count);
        Telemetry.BatchSize.Record(count, tags);
        Telemetry.RunDuration.Record(time.TotalSeconds, tags);
    }

    public void Rejected(int count)
    {
        Interlocked.Add(ref rejected, count);
        Telemetry.Rejections.Add(count, tags);
    }

    public void Expired(int count)
    {
        Interlocked.Add(ref expired, count);
        Telemetry.Expirations.Add(count, tags);
    }

    public void Failed()
    {
        Interlocked.Increment(ref failed);
        Telemetry.Failures.Add(1, tags);
    }

    public QueueSnapshot Read(int waiting) => new(
        waiting, Interlocked.Read(ref items), Interlocked.Read(ref ran), Interlocked.Read(ref rejected), Interlocked.Read(ref expired), Interlocked.Read(ref failed),
        batches.Mean(), waits.At(0.5), waits.At(0.95), runs.At(0.5), runs.At(0.95));
}

/// <param name="Waiting">Items that wait for a run.</param>
/// <param name="Items">Items that were run.</param>
/// <param name="Runs">Batches that were run.</param>
/// <param name="Rejected">Items refused because the queue was full.</param>
/// <param name="Expired">Items whose time was up before their run.</param>
/// <param name="Failed">Items whose own run failed.</param>
/// <param name="BatchSize">Mean of the last batches; so are the percentiles of the last ones, in milliseconds.</param>
public sealed record QueueSnapshot(
    int Waiting, long Items, long Runs, long Rejected, long Expired, long Failed,
    double BatchSize, double WaitP50, double WaitP95, double RunP50, double RunP95);
