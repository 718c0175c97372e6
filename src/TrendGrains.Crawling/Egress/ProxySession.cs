using System.Net.Sockets;
using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Egress;

/// <summary>One connection of the program: who it may reach is checked, then bytes are carried both ways and counted.</summary>
internal sealed class ProxySession(CheckedConnector connector, EgressRules rules, EgressMeter meter, string authorization, TimeProvider clock)
{
    private const int BlockSize = 16 * 1024;

    public async Task RunAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(rules.IdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        var (head, rest) = await ReadHeadAsync(client, either.Token);
        if (head.Length == 0)
        {
            return;
        }

        ProxyRequest request;
        try
        {
            request = ProxyRequest.Parse(head);
        }
        catch (FormatException fault)
        {
            await RefuseAsync(client, "400 Bad Request", fault.Message, either.Token);
            return;
        }

        if (request.Authorization is null || !FixedTime.Same(request.Authorization, authorization))
        {
            await RefuseAsync(client, "407 Proxy Authentication Required", "This proxy is not yours.", either.Token);
            return;
        }

        if (await ReachAsync(client, request, either.Token) is { } server)
        {
            await using (server)
            {
                await CarryAsync(client, server, request, rest, idle, either);
            }
        }
    }

    /// <summary>The connection to where the program wants to go; null where it was refused or failed, which the program was told.</summary>
    private async Task<Stream?> ReachAsync(NetworkStream client, ProxyRequest request, CancellationToken cancellationToken)
    {
        var target = request.Target;
        if (!rules.AllowPrivate && !rules.Ports.Contains(target.Port))
        {
            meter.Refuse(CrawlReason.InvalidUrl, $"Port {target.Port} of {target.Host} is not one of the web's.");
            await RefuseAsync(client, "403 Forbidden", "This port is not allowed.", cancellationToken);
            return null;
        }

        try
        {
            return await connector.ConnectAsync(target, cancellationToken);
        }
        catch (EgressRefusedException refused)
        {
            meter.Refuse(CrawlReason.PrivateAddress, refused.Message);
            await RefuseAsync(client, "403 Forbidden", "This address is not allowed.", cancellationToken);
        }
        catch (Exception failure) when (failure is SocketException or ConnectTimeoutException)
        {
            await RefuseAsync(client, "502 Bad Gateway", "There is no connection to this host.", cancellationToken);
        }

        return null;
    }

    private async Task CarryAsync(
        NetworkStream client, Stream server, ProxyRequest request, byte[] rest, CancellationTokenSource idle, CancellationTokenSource either)
    {
        if (!meter.TryCarry(request.Head.Length + rest.Length))
        {
            return;
        }

        if (request.IsTunnel)
        {
            await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), either.Token);
        }

        // After a plain request nothing more of the client is taken: the next one may be for another host.
        var most = request.IsTunnel ? long.MaxValue : request.BodyLength;
        var first = request.IsTunnel ? rest : rest[..(int)Math.Min(rest.Length, most)];
        await server.WriteAsync(request.Head, either.Token);
        await server.WriteAsync(first, either.Token);
        var up = CopyAsync(client, server, most - first.Length, idle, either.Token);
        var down = CopyAsync(server, client, long.MaxValue, idle, either.Token);
        if (!request.IsTunnel)
        {
            await down;
            await either.CancelAsync();
        }
        else if (await Task.WhenAny(up, down) == up)
        {
            // The client has said all; the answer may still be coming.
            (server as NetworkStream)?.Socket.Shutdown(SocketShutdown.Send);
        }
        else
        {
            await either.CancelAsync();
        }

        await Task.WhenAll(up, down);
    }

    private async Task CopyAsync(Stream from, Stream to, long most, CancellationTokenSource idle, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        try
        {
            while (most > 0 && await from.ReadAsync(block.AsMemory(0, (int)Math.Min(most, BlockSize)), cancellationToken) is var read and > 0)
            {
                if (!meter.TryCarry(read))
                {
                    return;
                }

                idle.CancelAfter(rules.IdleTimeout);
                await to.WriteAsync(block.AsMemory(0, read), cancellationToken);
                most -= read;
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side hung up, or the run is over: so is the connection.
        }
    }

    /// <summary>The head with its empty line, and what came after it; an empty head where the client left or says too much.</summary>
    private static async Task<(byte[] Head, byte[] After)> ReadHeadAsync(NetworkStream client, CancellationToken cancellationToken)
    {
        var buffer = new byte[ProxyRequest.LongestHead];
        var length = 0;
        while (length < buffer.Length && await client.ReadAsync(buffer.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return (buffer[..(end + 4)], buffer[(end + 4)..length]);
            }
        }

        return ([], []);
    }

    private static async Task RefuseAsync(NetworkStream client, string status, string why, CancellationToken cancellationToken) =>
        await client.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {why.Length}\r\nProxy-Authenticate: Basic realm=\"egress\"\r\nConnection: close\r\n\r\n{why}"),
            cancellationToken);
}
