namespace Orleans.Runtime;

/// <summary>A grain as its callers hold it. Interfaces are implemented by classes made at run time.</summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly GrainClass _class;

    // Where the last message went; a message it refuses goes through the catalog again.
    private GrainTarget? _target;

    private protected GrainReference(Silo silo, GrainClass grainClass, GrainId id)
    {
        Silo = silo;
        _class = grainClass;
        GrainId = id;
    }

    public GrainId GrainId { get; }

    internal Silo Silo { get; }

    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId && GetType() == other.GetType();

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}";

    internal Task Send(Request request, CancellationToken cancellationToken)
    {
        if (request.CancelWith(cancellationToken))
        {
            Post(request);
        }

        return request.Answer;
    }

    internal Task<T> Send<T>(Request<T> request, CancellationToken cancellationToken)
    {
        if (request.CancelWith(cancellationToken))
        {
            Post(request);
        }

        return request.Answer;
    }

    internal Task SendOneWay(OneWayRequest request)
    {
        request.Log = Silo.Log;
        Post(request);
        return Task.CompletedTask;
    }

    internal void Post(Message message)
    {
        message.Sent = Silo.Clock.Now;
        if (_target is not { } target || !target.TryPost(message))
        {
            _target = Silo.Dispatch(GrainId, _class, message);
        }
    }
}
