using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>A server that says, byte for byte, what a test makes it say. Each connection's request is read to its blank line first.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task running;
    private int connections;

    public RawServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        listener.Start();
        running = RunAsync(answer);
    }

    public RawServer(string answer)
        : this((stream, token) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), token).AsTask())
    {
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/page");

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Completes once a request has arrived.</summary>
    public Task Asked => asked.Task;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        listener.Stop();
        stop.Dispose();
    }

    private async Task RunAsync(Func<NetworkStream, CancellationToken, Task> answer)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                open.Add(ServeAsync(client, answer));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // The test is over.
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient client, Func<NetworkStream, CancellationToken, Task> answer)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await ReadRequestAsync(stream);
                asked.TrySetResult();
                await answer(stream, stop.Token);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException)
            {
                // The fetcher hung up, as it should on most of these.
            }
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var last = 0u;
        var one = new byte[1];
        while (last != 0x0D0A0D0A && await stream.ReadAsync(one, stop.Token) == 1)
        {
            last = (last << 8) | one[0];
        }
    }
}
