using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.External;

/// <summary>When a request is sent again, and when an endpoint is left alone.</summary>
internal static class EndpointResilience
{
    /// <summary>Requests that took all their time before an endpoint is left alone.</summary>
    private const int Hangs = 3;

    /// <summary>
    /// A request changes nothing at the endpoint, so one that was lost on the way or turned away for now is sent again, with jitter; one
    /// that took all its time is not, since the endpoint may still be at it.
    /// </summary>
    public static ResiliencePipeline Of(ExternalModelOptions options, TimeProvider clock)
    {
        var longest = TimeSpan.FromSeconds(options.LongestWaitSeconds);
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = TimeSpan.FromMilliseconds(options.RetryMilliseconds),
                MaxDelay = longest,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ExternalModelException { Fault: ExternalFault.Unreachable or ExternalFault.Busy } e && !(e.RetryAfter > longest)),
                // Null, where the endpoint names no time, leaves it to the exponential delay.
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Exception is ExternalModelException { RetryAfter: { Ticks: > 0 } wait } ? wait : (TimeSpan?)null),
            });
        }
        // What is wrong with one text or its answer says nothing about the endpoint; a key that it refuses does.
        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.8,
            MinimumThroughput = 8,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ExternalModelException { IsOfAll: true }),
        });
        // One that hangs fails so seldom that the first never opens: few requests count here, over as long as several of them take.
        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.8,
            MinimumThroughput = Hangs,
            SamplingDuration = TimeSpan.FromSeconds(30 + ((Hangs + 1) * options.TimeoutSeconds)),
            BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ExternalModelException { Fault: ExternalFault.TooLate }),
        }).Build();
    }

    /// <summary>Seconds or a date (RFC 9110, 10.2.3), or OpenAI's and Azure's <c>retry-after-ms</c>.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.TryGetValues("retry-after-ms", out var exact) && double.TryParse(exact.First(), System.Globalization.CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }
        return response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            _ => null,
        };
    }

    /// <summary>The words and the code of an error's body; null where it has none.</summary>
    public static (string? Says, string? Code) ErrorIn(byte[] answer)
    {
        try
        {
            using var document = AnswerBody.Parse(AnswerBody.Text(answer));
            AnswerBody.ThrowIfError(document.RootElement);
        }
        catch (EndpointErrorException error)
        {
            return (error.Message, error.Code);
        }
        catch (FormatException)
        {
            // A proxy's page or nothing: the status says all there is.
        }
        return (null, null);
    }
}
