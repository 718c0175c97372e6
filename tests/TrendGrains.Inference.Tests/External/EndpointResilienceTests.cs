using System.Globalization;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.External;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.External;

public sealed class EndpointResilienceTests
{
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public async Task A_retry_after_is_waited_for_to_the_second()
    {
        var tries = new List<DateTimeOffset>();
        var asking = TryAsync(new ExternalModelOptions(), tries, Busy(TimeSpan.FromSeconds(10)));

        await clock.TimersArmedAsync();
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Single(tries);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await asking;

        Assert.Equal(TimeSpan.FromSeconds(10), tries[1] - tries[0]);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_the_caller_s()
    {
        var tries = new List<DateTimeOffset>();

        var told = await Assert.ThrowsAsync<ExternalModelException>(() => TryAsync(new ExternalModelOptions { LongestWaitSeconds = 5 }, tries, Busy(TimeSpan.FromSeconds(10))));

        Assert.Equal((1, TimeSpan.FromSeconds(10)), (tries.Count, told.RetryAfter!.Value));
    }

    [Fact]
    public async Task Without_a_time_the_wait_grows_and_jitters()
    {
        var waits = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            var tries = new List<DateTimeOffset>();
            var asking = TryAsync(new ExternalModelOptions { RetryMilliseconds = 1000 }, tries, Busy(null), Busy(null));
            while (tries.Count < 3)
            {
                await clock.TimersArmedAsync();
                clock.Advance(TimeSpan.FromMilliseconds(50));
            }
            await asking;
            waits.Add((tries[1] - tries[0]).TotalSeconds);
        }

        Assert.True(waits.Distinct().Count() > 1);
        Assert.All(waits, w => Assert.InRange(w, 0.01, 5));
    }

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:30 GMT", 30.0)]
    [InlineData("Retry-After", "Wed, 31 Dec 2025 00:00:00 GMT", 0.0)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("X-Other", "1", null)]
    public void When_to_come_back_is_read_in_every_way_it_is_told(string header, string value, double? seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(seconds, EndpointResilience.RetryAfter(response, DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture))?.TotalSeconds);
    }

    [Fact]
    public async Task An_endpoint_that_hangs_is_left_alone_after_three_requests()
    {
        var (pipeline, asked) = (EndpointResilience.Of(new ExternalModelOptions { TimeoutSeconds = 60 }, clock), 0);
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAnyAsync<Exception>(async () => await pipeline.ExecuteAsync(_ =>
            {
                asked++;
                clock.Advance(TimeSpan.FromSeconds(60));
                throw new ExternalModelException("m", "http://h", ExternalFault.TooLate, "late");
            }));
        }

        Assert.Equal(3, asked);
    }

    private async Task TryAsync(ExternalModelOptions options, List<DateTimeOffset> tries, params ExternalModelException[] faults)
    {
        await EndpointResilience.Of(options, clock).ExecuteAsync(_ =>
        {
            tries.Add(clock.GetUtcNow());
            return tries.Count <= faults.Length ? throw faults[tries.Count - 1] : ValueTask.CompletedTask;
        });
    }

    private static ExternalModelException Busy(TimeSpan? wait) => new("m", "http://h", ExternalFault.Busy, "busy", wait);
}
