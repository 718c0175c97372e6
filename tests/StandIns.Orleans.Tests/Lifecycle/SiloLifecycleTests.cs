using Microsoft.Extensions.DependencyInjection;
using TrendGrains.StandIns.Orleans.Tests.Calls;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Lifecycle;

[Trait("Build", "contract")]
public sealed class SiloLifecycleTests
{
    [Fact]
    public async Task A_startup_task_calls_grains_before_the_start_returns()
    {
        var said = "";
        await using var silo = await TestSilo.StartAsync(builder => builder.AddStartupTask(async (services, token) =>
            said = await services.GetRequiredService<IGrainFactory>().GetGrain<IEchoGrain>("startup").SayAsync("started")));

        Assert.Equal("started", said);
    }

    [Fact]
    public async Task The_first_stage_holds_the_start_and_the_last_to_stop_is_the_first_to_start()
    {
        var order = new List<string>();
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var silo = TestSilo.Build(builder =>
        {
            builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Recorder(ServiceLifecycleStage.First, order, reached, barrier.Task));
            builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Recorder(ServiceLifecycleStage.Active, order));
        });

        var starting = silo.StartHostAsync();
        await reached.Task.Within("the first stage starts");
        Assert.False(starting.IsCompleted);
        Assert.Equal([$"start {ServiceLifecycleStage.First}"], order);
        barrier.SetResult();
        await starting;
        await silo.StopAsync();

        Assert.Equal([$"start {int.MinValue}", "start 20000", "stop 20000", $"stop {int.MinValue}"], order);
    }

    [Fact]
    public async Task A_failing_startup_task_fails_the_start()
    {
        await using var silo = TestSilo.Build(builder => builder.AddStartupTask((_, _) => throw new OddException("no start")));

        var failure = await Assert.ThrowsAnyAsync<Exception>(silo.StartHostAsync);

        Assert.Contains("no start", failure.ToString(), StringComparison.Ordinal);
    }

    private sealed class Recorder(int stage, List<string> order, TaskCompletionSource? reached = null, Task? hold = null) : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
            $"recorder of {stage}",
            stage,
            async _ =>
            {
                order.Add($"start {stage}");
                reached?.SetResult();
                await (hold ?? Task.CompletedTask);
            },
            _ =>
            {
                order.Add($"stop {stage}");
                return Task.CompletedTask;
            });
    }
}
