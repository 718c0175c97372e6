using System.Collections.Concurrent;
using TrendGrains.Inference.Caching;

namespace TrendGrains.Inference.Tests.Caching;

/// <summary>A store in memory that can be gone.</summary>
internal sealed class MadeUpStore : IResultStore
{
    public ConcurrentDictionary<(string Model, string Version, Guid Content), float[]> Kept { get; } = new();

    public int Looks { get; private set; }

    public bool IsGone { get; set; }

    public Task<float[]?[]> FindAsync(string model, string version, IReadOnlyList<Guid> contents, CancellationToken cancellationToken)
    {
        Looks++;
        return IsGone ? throw new IOException("gone") : Task.FromResult<float[]?[]>([.. contents.Select(c => Kept.GetValueOrDefault((model, version, c)))]);
    }

    public Task KeepAsync(string model, string version, IReadOnlyList<KeyValuePair<Guid, float[]>> results, CancellationToken cancellationToken)
    {
        foreach (var (content, numbers) in results)
        {
            Assert.True(Kept.TryAdd((model, version, content), numbers), "kept twice");
        }
        return IsGone ? throw new IOException("gone") : Task.CompletedTask;
    }
}
