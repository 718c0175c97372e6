using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Abstractions.Ingest;

/// <summary>
/// Takes batches of 1-256 documents to both durable points: accepted (raw body stored), then understood
/// (read, measured, in order). A stateless worker; key 0.
/// </summary>
[Alias("ingest")]
public interface IIngestGrain : IGrainWithIntegerKey
{
    /// <summary>Returns after both points. A batch given twice changes nothing the second time.</summary>
    [Alias("ingest")] Task<IngestResult> IngestAsync(IngestBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Understands up to 256 documents of a source that were accepted before a stop, for a file's those of all files. Returns how many; 0 when
    /// none is left.
    /// </summary>
    [Alias("resume")] Task<int> ResumeAsync(SourceDefinition source, CancellationToken cancellationToken);
}
