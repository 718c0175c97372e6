using System.Runtime.ExceptionServices;

namespace TrendGrains.Inference.Batching;

internal static class Outcomes
{
    /// <summary>All results, or the first fault thrown.</summary>
    public static T[] OrThrow<T>(Outcome<T>[] outcomes) => Array.ConvertAll(outcomes, outcome =>
    {
        if (outcome.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
        return outcome.Value!;
    });
}
