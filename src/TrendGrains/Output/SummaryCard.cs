using TrendGrains.Inference.Catalog;

namespace TrendGrains.Output;

internal static class SummaryCard
{
    public static Task WriteAsync(string folder, ModelEntry entry, SummaryMetrics metrics, CancellationToken cancellationToken) =>
        throw new NotImplementedException(folder + entry.Name + metrics.Data + cancellationToken);
}
