namespace TrendGrains.EndToEnd.Tests;

/// <summary>Paths that a site was asked for, and a way to wait for the n-th of them.</summary>
internal sealed class PathBarrier
{
    private readonly Lock gate = new();
    private readonly List<string> paths = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> waiting = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return paths.Count;
            }
        }
    }

    public IReadOnlyList<string> Paths
    {
        get
        {
            lock (gate)
            {
                return [.. paths];
            }
        }
    }

    public void Pass(string path)
    {
        lock (gate)
        {
            paths.Add(path);
            foreach (var (_, reached) in waiting.Where(w => paths.Count >= w.Count))
            {
                reached.TrySetResult();
            }
        }
    }

    /// <summary>Completes when that many requests have come.</summary>
    public Task ReachedAsync(int count)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (paths.Count >= count)
            {
                reached.SetResult();
            }

            waiting.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
    }
}
