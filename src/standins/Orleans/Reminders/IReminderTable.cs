namespace Orleans.Runtime;

/// <summary>Where reminders are kept.</summary>
internal interface IReminderTable
{
    Task StartAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ReminderRow>> ReadAllAsync();

    Task<ReminderRow?> ReadAsync(GrainId id, string name);

    /// <summary>The row as it was written, with its new version.</summary>
    Task<ReminderRow> UpsertAsync(ReminderRow row);

    /// <summary>False when the row has another version or is gone.</summary>
    Task<bool> RemoveAsync(ReminderRow row);
}

/// <summary>One reminder. Times are UTC.</summary>
internal sealed record ReminderRow(GrainId Grain, string ReminderName, DateTime StartAt, TimeSpan Period, int Version) : IGrainReminder
{
    /// <summary>The first tick at or after a time; ticks keep to StartAt + n × Period.</summary>
    public DateTime NextTick(DateTime now)
    {
        if (now <= StartAt)
        {
            return StartAt;
        }

        var sinceTick = (now - StartAt).Ticks % Period.Ticks;
        return sinceTick == 0 ? now : now.AddTicks(Period.Ticks - sinceTick);
    }
}
