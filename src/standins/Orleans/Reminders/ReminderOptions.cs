namespace Orleans.Hosting;

/// <summary>Limits and habits of the reminder service.</summary>
public sealed class ReminderOptions
{
    /// <summary>Shorter periods are refused.</summary>
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the table is read again, to see what others changed.</summary>
    internal TimeSpan RefreshReminderListPeriod { get; set; } = TimeSpan.FromMinutes(5);
}
