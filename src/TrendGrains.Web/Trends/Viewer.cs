using System.Threading.Channels;

namespace TrendGrains.Web.Trends;

/// <summary>One open stream. Only the newest board waits for it: who reads slowly misses boards and holds nobody up.</summary>
/// <param name="version">The version that the page shows already, if it said so.</param>
internal sealed class Viewer(BoardFilter filter, string? version)
{
    private static readonly byte[] heartbeat = ": still here\n\n"u8.ToArray();

    private readonly Channel<byte[]> waiting = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private string? offered = version;

    public BoardFilter Filter => filter;

    public IAsyncEnumerable<byte[]> MessagesAsync(CancellationToken cancellationToken) => waiting.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Hands it a board unless it has that one; called from one place only.</summary>
    public void Offer(BoardFrame frame)
    {
        if (frame.Version != offered)
        {
            offered = frame.Version;
            waiting.Writer.TryWrite(frame.Event);
        }
    }

    /// <summary>Finds out connections that are gone without a word.</summary>
    public void Beat()
    {
        if (waiting.Reader.Count == 0)
        {
            waiting.Writer.TryWrite(heartbeat);
        }
    }
}
