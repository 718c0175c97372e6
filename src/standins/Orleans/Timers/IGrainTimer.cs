namespace Orleans.Runtime;

/// <summary>A timer whose ticks are turns of its grain; disposing it ends it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Starts anew with these times; during a tick the change takes effect when the tick ends.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
