namespace TrendGrains.Grains.Sources;

/// <summary>Tells whoever waits that something has changed. One activation's turns ring it and wait for it.</summary>
internal sealed class Bell
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done at the next ring.</summary>
    public Task Next => next.Task;

    public void Ring()
    {
        var rung = next;
        next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rung.SetResult();
    }
}
