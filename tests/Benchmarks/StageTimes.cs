using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using TrendGrains.Grains;

namespace TrendGrains.Benchmarks;

/// <summary>What ingest's own histogram says of each stage while this is there.</summary>
internal sealed class StageTimes : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, (double Seconds, int Batches)> stages = [];

    public StageTimes()
    {
        listener.InstrumentPublished = (instrument, from) =>
        {
            if (instrument.Meter.Name == Telemetry.MeterName && instrument.Name == "trendgrains.ingest.stage.duration")
            {
                from.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
            stages.AddOrUpdate((string)tags[0].Value!, (seconds, 1), (_, sum) => (sum.Seconds + seconds, sum.Batches + 1)));
        listener.Start();
    }

    /// <summary>The longest first, in milliseconds a batch. Stages of one batch overlap: models are asked at once.</summary>
    public string Summary => string.Join(", ", stages.OrderByDescending(s => s.Value.Seconds / s.Value.Batches)
        .Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.Key} {s.Value.Seconds * 1000 / s.Value.Batches:0}")));

    public void Dispose() => listener.Dispose();
}
