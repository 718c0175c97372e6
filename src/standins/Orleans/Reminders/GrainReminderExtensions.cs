using Orleans.Runtime;

namespace Orleans;

/// <summary>Reminders of a grain: kept in a table, at least once, across restarts.</summary>
public static class GrainReminderExtensions
{
    /// <param name="reminderName">One reminder a name; the same name again changes its times.</param>
    /// <param name="dueTime">Time to the first tick, not negative.</param>
    /// <param name="period">Not below <see cref="Hosting.ReminderOptions.MinimumReminderPeriod"/>.</param>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        Activation.Of(grain).Silo.Reminders.RegisterAsync(grain, reminderName, dueTime, period);

    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder) =>
        Activation.Of(grain).Silo.Reminders.UnregisterAsync(reminder);

    /// <summary>Null when there is none of that name.</summary>
    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName) =>
        Activation.Of(grain).Silo.Reminders.FindAsync(grain.GrainContext.GrainId, reminderName);
}
