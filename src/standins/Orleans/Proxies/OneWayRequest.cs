using System.Runtime.CompilerServices;

namespace Orleans.Runtime;

/// <summary>A call whose caller does not wait.</summary>
internal abstract class OneWayRequest : Message
{
    private ValueTaskAwaiter _call;
    private Activation? _activation;

    public SiloLog? Log { get; set; }

    public override bool IsAnswered => false;

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

    public override void Fail(Exception exception) => Log?.OneWayFailed(exception, ToString());

    public override string ToString() => GetType().Name;

    protected internal abstract ValueTask Call(object grain);

    private void Finish()
    {
        try
        {
            _call.GetResult();
        }
        catch (Exception exception)
        {
            _activation!.Blame(exception);
            Fail(exception);
        }

        _activation!.Complete(this);
    }
}
