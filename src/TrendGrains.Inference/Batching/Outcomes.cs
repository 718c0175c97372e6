using System.Runtime.ExceptionServices;
using TrendGrains.Abstractions.ModelWorkers;

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

    /// <summary>The results, null where there is none; a call that brought nothing at all throws its first fault as it is.</summary>
    public static float[]?[] SomeOrThrow(Outcome<float[]>[] outcomes)
    {
        if (outcomes is [{ Fault: { } fault }, ..] && Array.TrueForAll(outcomes, o => o.Fault is not null))
        {
            ExceptionDispatchInfo.Throw(fault);
        }
        return Array.ConvertAll(outcomes, o => o.Fault is null ? o.Value : null);
    }

    public static RowFault[] Faults(Outcome<float[]>[] outcomes) =>
        [.. outcomes.Select((o, row) => (o.Fault, row)).Where(o => o.Fault is not null).Select(o => new RowFault(o.row, o.Fault!.Message))];
}
