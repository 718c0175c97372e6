using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <summary>A call without a result; the class made for the method holds the arguments.</summary>
internal abstract class Request : Message
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _cancellation;
    private ValueTaskAwaiter _call;
    private Activation? _activation;

    public Task Answer => _answer.Task;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    /// <summary>False when the token is cancelled already, so that nothing need be sent.</summary>
    public bool CancelWith(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(static (request, token) => ((Request)request!)._answer.TrySetCanceled(token), this);
        }

        return !cancellationToken.IsCancellationRequested;
    }

    public override void Run(Activation activation)
    {
        try
        {
            var call = Call(activation.Instance!);
            _call = call.GetAwaiter();
            _activation = activation;
            if (!call.IsCompleted)
            {
                _call.UnsafeOnCompleted(Finish);
                return;
            }
        }
        catch (Exception exception)
        {
            activation.Blame(exception);
            activation.Complete(this);
            Fail(exception);
            return;
        }

        Finish();
    }

    public override void Fail(Exception exception)
    {
        _cancellation.Unregister();
        _answer.TrySetException(exception);
    }

    public override string ToString() => GetType().Name;

    protected internal abstract ValueTask Call(object grain);

    private void Finish()
    {
        Exception? failure = null;
        try
        {
            _call.GetResult();
        }
        catch (Exception exception)
        {
            failure = exception;
            _activation!.Blame(exception);
        }

        // The activation is free before the caller hears of it.
        _activation!.Complete(this);
        if (failure is not null)
        {
            Fail(failure);
            return;
        }

        _cancellation.Unregister();
        _answer.TrySetResult();
    }
}
