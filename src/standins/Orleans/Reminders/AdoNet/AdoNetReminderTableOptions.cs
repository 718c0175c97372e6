namespace Orleans.Configuration;

/// <summary>Reminders in OrleansRemindersTable.</summary>
public class AdoNetReminderTableOptions
{
    /// <summary>Only <c>Npgsql</c> here.</summary>
    public string Invariant { get; set; } = null!;

    public string? ConnectionString { get; set; }
}
