using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Reminders;

public interface IReminderGrain : IGrainWithStringKey, IRemindable
{
    Task<string> RegisterAsync(string name, TimeSpan dueTime, TimeSpan period);

    Task<bool> IsRegisteredAsync(string name);

    Task UnregisterAsync(string name);

    Task<int> TicksAsync(string name);
}

public interface IForgetfulGrain : IGrainWithStringKey
{
    Task RegisterAsync();
}

/// <summary>Raises "key name tick n" with the times of tick n.</summary>
public sealed class ReminderGrain : Grain, IReminderGrain
{
    private readonly Dictionary<string, int> _ticks = [];

    public async Task<string> RegisterAsync(string name, TimeSpan dueTime, TimeSpan period) =>
        (await this.RegisterOrUpdateReminder(name, dueTime, period)).ReminderName;

    public async Task<bool> IsRegisteredAsync(string name) => await this.GetReminder(name) is not null;

    public async Task UnregisterAsync(string name) =>
        await this.UnregisterReminder(await this.GetReminder(name) ?? throw new InvalidOperationException($"There is no reminder {name}."));

    public Task<int> TicksAsync(string name) => Task.FromResult(_ticks.GetValueOrDefault(name));

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var tick = _ticks[reminderName] = _ticks.GetValueOrDefault(reminderName) + 1;
        Signals.Raise($"{this.GetPrimaryKeyString()} {reminderName} tick {tick}", $"{status.Period} {status.CurrentTickTime >= status.FirstTickTime} {status.CurrentTickTime.Kind}");
        return Task.CompletedTask;
    }
}

public sealed class ForgetfulGrain : Grain, IForgetfulGrain
{
    public Task RegisterAsync() => this.RegisterOrUpdateReminder("no", TimeSpan.Zero, TimeSpan.FromMinutes(1));
}
