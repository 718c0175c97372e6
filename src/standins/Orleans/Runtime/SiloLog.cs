using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>What the silo has to say.</summary>
internal sealed partial class SiloLog(ILogger logger)
{
    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "{Grain} failed to activate.")]
    public partial void ActivationFailed(Exception exception, string grain);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "{Grain} failed while it was deactivated.")]
    public partial void DeactivationFailed(Exception exception, string grain);

    [LoggerMessage(EventId = 12, Level = LogLevel.Warning, Message = "A timer of {Grain} threw; it goes on.")]
    public partial void TimerFailed(Exception exception, string grain);

    [LoggerMessage(EventId = 13, Level = LogLevel.Warning, Message = "The one-way request {Request} failed; its caller does not hear of it.")]
    public partial void OneWayFailed(Exception exception, string request);

    [LoggerMessage(EventId = 14, Level = LogLevel.Error, Message = "Reminder {Reminder} could not be delivered to {Grain}; it ticks again after its period.")]
    public partial void ReminderFailed(Exception exception, string reminder, string grain);

    [LoggerMessage(EventId = 15, Level = LogLevel.Warning, Message = "The reminder table could not be read; the next try is in {Delay}.")]
    public partial void ReminderTableUnreadable(Exception exception, TimeSpan delay);
}
