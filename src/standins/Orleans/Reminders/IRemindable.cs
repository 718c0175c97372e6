using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain that reminders wake up.</summary>
public interface IRemindable : IGrain
{
    Task ReceiveReminder(string reminderName, TickStatus status);
}
