namespace Orleans.Runtime;

/// <summary>The handle of a registered reminder.</summary>
public interface IGrainReminder
{
    string ReminderName { get; }
}
