using System.Diagnostics.Metrics;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling;

/// <summary>What this project measures.</summary>
public static class Telemetry
{
    public const string MeterName = "TrendGrains.Crawling";

    private static readonly Meter meter = new(MeterName);

    private static readonly Histogram<double> duration = meter.CreateHistogram<double>(
        "trendgrains.fetch.duration", "s", "From asking for a page to its last byte, by reason.");

    private static readonly Counter<long> bytes = meter.CreateCounter<long>(
        "trendgrains.fetch.bytes", "By", "Body bytes read, after decompression.");

    internal static void Fetched(FetchRequest request, FetchedPage page)
    {
        var reason = new KeyValuePair<string, object?>("reason", page.Reason.Code());
        var purpose = new KeyValuePair<string, object?>("purpose", request.Purpose.ToString().ToLowerInvariant());
        duration.Record(page.Elapsed.TotalSeconds, reason, purpose);
        bytes.Add(page.Bytes, purpose);
    }
}
