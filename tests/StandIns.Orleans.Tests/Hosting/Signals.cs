using System.Collections.Concurrent;

namespace TrendGrains.StandIns.Orleans.Tests.Hosting;

/// <summary>Named one-time events between a test and the grains that it watches; grain and test live in one process.</summary>
internal static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource<string>> s_events = new();

    public static void Raise(string name, string value = "") => Event(name).TrySetResult(value);

    public static Task<string> Raised(string name) => Event(name).Task;

    public static bool IsRaised(string name) => Event(name).Task.IsCompleted;

    private static TaskCompletionSource<string> Event(string name) =>
        s_events.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
