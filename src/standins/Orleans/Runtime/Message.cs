namespace Orleans.Runtime;

/// <summary>One piece of work for a grain: a request, a timer's tick, a step of a stream.</summary>
internal abstract class Message
{
    /// <summary>Link of the queue that holds the message.</summary>
    public Message? Next;

    /// <summary>Place among the running messages of its activation.</summary>
    public int RunningIndex;

    /// <summary>When it was sent, on the silo's coarse clock.</summary>
    public long Sent;

    public MessageOptions Options;

    /// <summary>The caller has its answer already, by time-out or cancellation.</summary>
    public abstract bool IsAnswered { get; }

    public bool Has(MessageOptions options) => (Options & options) != 0;

    /// <summary>Begins the work inside a turn; ends it, then or later in another turn, with <see cref="Activation.Complete"/>.</summary>
    public abstract void Run(Activation activation);

    public abstract void Fail(Exception exception);
}
