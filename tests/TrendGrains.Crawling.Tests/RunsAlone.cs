namespace TrendGrains.Crawling.Tests;

/// <summary>Tests that measure the process.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
