namespace TrendGrains.Benchmarks;

/// <summary>One family of measurements; <c>deploy/local/bench</c> runs them all and writes one table.</summary>
internal interface IBenchmark
{
    /// <summary>Short name, also the argument that selects it: <c>deploy/local/bench grain-calls</c>.</summary>
    string Name { get; }

    Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken);
}

/// <summary>One line of the table: what was measured, under which case, the median and its unit.</summary>
internal sealed record BenchmarkRow(string Benchmark, string Case, double Value, string Unit, string Note = "");
