using System.Collections.Concurrent;
using TrendGrains.Inference.Caching;

namespace TrendGrains.Inference.Tests.Caching;

/// <summary>A store in memory that can be gone.</summary>
internal sealed class MadeUpStore : IResultStore
{
    public ConcurrentDictionary<(string Model, string Version, Guid Content), float[]> Kept { get; } = new();

    public int Looks { get; private set; }

    public bool IsGone { get; set; }

    /// <summary>What a look or a keeping waits for.</summary>
    public Task Looking { get; set; } = Task.CompletedTask;

    public Task Keeping { get; set; } = Task.CompletedTask;

    public async Task<float[]?[]> FindAsync(string model, string version, IReadOnlyList<Guid> contents, CancellationToken cancellationToken)
    {
        Looks++;
        await Looking.WaitAsync(cancellationToken);
        return IsGone ? throw new IOException("gone") : [.. contents.Select(c => Kept.GetValueOrDefault((model, version, c)))];
    }

    public async Task KeepAsync(string model, string version, IReadOnlyList<KeyValuePair<Guid, float[]>> results, CancellationToken cancellationToken)
    {
        await Keeping.WaitAsync(cancellationToken);
        foreach (var (content, numbers) in results)
        {
            Assert.True(Kept.TryAdd((model, version, content), numbers), "kept twice");
        }
        _ = IsGone ? throw new IOException("gone") : 0;
    }
}
