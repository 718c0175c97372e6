using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.Serving;

/// <summary>How long an answer is of use, reckoned once, where the call comes in: opening, hashing, looking up and running share that time.</summary>
internal sealed class Deadline(string model, CallTerms terms, TimeProvider clock)
{
    private readonly long began = clock.GetTimestamp();

    public TimeSpan Passed => clock.GetElapsedTime(began);

    /// <summary>The terms of a step that begins now.</summary>
    /// <exception cref="ModelTimeoutException">The time is up.</exception>
    public CallTerms Left()
    {
        if (terms.Within is not { } within)
        {
            return terms;
        }
        var left = within - Passed;
        return left > TimeSpan.Zero ? terms with { Within = left } : throw new ModelTimeoutException(model, within);
    }

    /// <summary>Half of what is left, and never more than <paramref name="most"/>: what may be lost without the answer coming too late.</summary>
    /// <exception cref="ModelTimeoutException">The time is up.</exception>
    public CallTerms Half(TimeSpan most) => Left() is { Within: { } left } half && left / 2 < most ? half with { Within = left / 2 } : terms with { Within = most };

    /// <summary>Waits no longer than this; what is waited for goes on.</summary>
    /// <exception cref="ModelTimeoutException">The time is up.</exception>
    public async Task<T> KeepAsync<T>(Task<T> step, CancellationToken cancellationToken)
    {
        if (step.IsCompleted)
        {
            return await step.ConfigureAwait(false);
        }
        var limit = Left().Within ?? Timeout.InfiniteTimeSpan;
        try
        {
            return await step.WaitAsync(limit, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!step.IsCompleted)
        {
            throw new ModelTimeoutException(model, terms.Within!.Value);
        }
    }
}
