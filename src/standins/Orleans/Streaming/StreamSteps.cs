namespace Orleans.Runtime;

/// <summary>Asks for the next batch; runs beside other requests and may take as long as the sequence needs.</summary>
internal sealed class StreamStep<T> : Request<StreamBatch<T>>
{
    private readonly StreamSession<T> _session;

    public StreamStep(StreamSession<T> session)
    {
        _session = session;
        Options = MessageOptions.AlwaysInterleave | MessageOptions.Unlimited;
    }

    protected internal override ValueTask<StreamBatch<T>> Call(object grain) => new(_session.NextAsync(ActivationContext.Current!));
}

/// <summary>Tells the grain that the caller reads no further.</summary>
internal sealed class StreamEnd<T> : Request
{
    private readonly StreamSession<T> _session;

    public StreamEnd(StreamSession<T> session)
    {
        _session = session;
        Options = MessageOptions.AlwaysInterleave | MessageOptions.Unlimited;
    }

    protected internal override ValueTask Call(object grain) => new(_session.CloseAsync());
}
