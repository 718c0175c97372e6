namespace Orleans.Runtime;

/// <summary>Keeps every continuation of a grain on its activation: one at a time, in order.</summary>
internal sealed class ActivationScheduler(Activation activation) : TaskScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    public void Run(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) => activation.Continue(task);

    // Only the thread that runs this activation's turn may go on with it; a timer thread that completes a task may not.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ActivationContext.Current == activation && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => activation.Continuations();
}
