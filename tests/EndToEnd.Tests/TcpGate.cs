using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>A TCP relay that can be shut: what is behind it is then away, and comes back when it is opened.</summary>
internal sealed class TcpGate : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<TcpClient, byte> connections = new();
    private readonly EndPoint target;
    private readonly Task accepting;
    private volatile bool open;

    public TcpGate(string host, int port, bool open)
    {
        target = new DnsEndPoint(host, port);
        this.open = open;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Open() => open = true;

    /// <summary>Drops every connection and refuses new ones.</summary>
    public void Shut()
    {
        open = false;
        foreach (var connection in connections.Keys)
        {
            connection.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Shut();
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = RelayAsync(client);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        connections[client] = 0;
        try
        {
            if (open)
            {
                await server.ConnectAsync(((DnsEndPoint)target).Host, ((DnsEndPoint)target).Port, stop.Token);
                connections[server] = 0;
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), stop.Token),
                    server.GetStream().CopyToAsync(client.GetStream(), stop.Token));
            }
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
        }
        finally
        {
            connections.TryRemove(client, out _);
            connections.TryRemove(server, out _);
            client.Dispose();
        }
    }
}
