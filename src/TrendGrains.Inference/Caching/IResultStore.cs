namespace TrendGrains.Inference.Caching;

/// <summary>Where results outlive the process, for models whose run costs more than a look into a database.</summary>
public interface IResultStore
{
    /// <summary>For each content what the version said of it; null where it was not asked.</summary>
    Task<float[]?[]> FindAsync(string model, string version, IReadOnlyList<Guid> contents, CancellationToken cancellationToken);

    /// <summary>Keeps what is not kept yet.</summary>
    Task KeepAsync(string model, string version, IReadOnlyList<KeyValuePair<Guid, float[]>> results, CancellationToken cancellationToken);
}
