namespace Orleans.Runtime;

/// <summary>Messages that wait, linked through themselves. Not thread-safe.</summary>
internal struct MessageQueue
{
    private Message? _head;
    private Message? _tail;

    public int Count { get; private set; }

    public readonly Message? Head => _head;

    public void Append(Message message)
    {
        message.Next = null;
        if (_tail is null)
        {
            _head = message;
        }
        else
        {
            _tail.Next = message;
        }

        _tail = message;
        Count++;
    }

    /// <param name="previous">The message before it; null for the first.</param>
    public void Remove(Message message, Message? previous)
    {
        if (previous is null)
        {
            _head = message.Next;
        }
        else
        {
            previous.Next = message.Next;
        }

        if (_tail == message)
        {
            _tail = previous;
        }

        message.Next = null;
        Count--;
    }

    /// <summary>Empties the queue into a list, oldest first.</summary>
    public List<Message> TakeAll()
    {
        var all = new List<Message>(Count);
        while (_head is { } message)
        {
            Remove(message, null);
            all.Add(message);
        }

        return all;
    }
}
