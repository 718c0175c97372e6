using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Grains.Ingest;

/// <summary>
/// How long one step of a batch waits for its model. What has no answer by then is missing, is stored so, and asked for again: a model that is slow,
/// as one behind an address may be, holds nobody's intake up.
/// </summary>
internal static class StepTerms
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The worker then drops what it has not begun.</summary>
    public static CallTerms Bulk { get; } = CallTerms.Bulk with { Within = Longest };

    /// <summary>The answer, or the step's own end where the worker does not keep its terms.</summary>
    /// <exception cref="ModelTimeoutException">No answer within <see cref="Longest"/>.</exception>
    public static Task<T> InStepAsync<T>(this Task<T> answer, string model, TimeProvider clock, CancellationToken cancellationToken) =>
        answer.InStepAsync(model, Longest, clock, cancellationToken);

    /// <inheritdoc cref="InStepAsync{T}(Task{T}, string, TimeProvider, CancellationToken)"/>
    /// <param name="left">Of the step, which calls more than once.</param>
    public static async Task<T> InStepAsync<T>(this Task<T> answer, string model, TimeSpan left, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.WaitAsync(left, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new ModelTimeoutException(model, Longest);
        }
    }

    /// <summary>The time that is left of a step.</summary>
    /// <exception cref="ModelTimeoutException">None.</exception>
    public static TimeSpan Left(TimeProvider clock, long began, string model) =>
        Longest - clock.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left : throw new ModelTimeoutException(model, Longest);
}
