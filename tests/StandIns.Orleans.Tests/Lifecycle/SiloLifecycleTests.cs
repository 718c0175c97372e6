using Microsoft.Extensions.DependencyInjection;
using TrendGrains.StandIns.Orleans.Tests.Calls;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Lifecycle;

[Trait("Build", "contract")]
public sealed class SiloLifecycleTests
{
    private const int LastStage = 20_000;

    [Fact]
    public async Task The_first_stage_holds_the_start_and_the_last_to_stop_is_the_first_to_start()
    {
        var order = new List<string>();
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var silo = TestSilo.Build(builder =>
        {
            builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Recorder(ServiceLifecycleStage.First, order, reached, barrier.Task));
            builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Recorder(LastStage, order));
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
    public async Task A_participant_that_fails_fails_the_start()
    {
        await using var silo = TestSilo.Build(builder =>
            builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Recorder(LastStage, [], hold: Task.FromException(new OddException("no start")))));

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
