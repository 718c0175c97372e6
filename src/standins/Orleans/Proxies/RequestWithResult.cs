using System.Runtime.CompilerServices;
using Orleans.Serialization;

namespace Orleans.Runtime;

/// <summary>A call with a result, of which the caller gets a copy.</summary>
internal abstract class Request<T> : Message
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _cancellation;
    private ValueTaskAwaiter<T> _call;
    private Activation? _activation;

    public Task<T> Answer => _answer.Task;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    /// <inheritdoc cref="Request.CancelWith"/>
    public bool CancelWith(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(static (request, token) => ((Request<T>)request!)._answer.TrySetCanceled(token), this);
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

    protected internal abstract ValueTask<T> Call(object grain);

    private void Finish()
    {
        T result = default!;
        Exception? failure = null;
        try
        {
            result = DeepCopy.Of(_call.GetResult());
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
        _answer.TrySetResult(result);
    }
}
