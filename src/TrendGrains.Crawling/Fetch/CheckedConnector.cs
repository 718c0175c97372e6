using System.Net;
using System.Net.Sockets;

namespace TrendGrains.Crawling.Fetch;

/// <summary>
/// Resolves a name once, drops the addresses that may not be reached, and connects to one of the rest: the address that was checked
/// is the address that is used, so a name that changes between check and use (DNS rebinding) gains nothing.
/// </summary>
internal sealed class CheckedConnector(bool allowPrivate, TimeSpan timeout, NameResolver resolve, TimeProvider clock)
{
    private const int MostAddresses = 4;

    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        ConnectAsync(context.DnsEndPoint, cancellationToken);

    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var addresses = await ResolveAsync(endpoint.Host, either.Token);
            return await ConnectAsync(addresses, endpoint.Port, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectTimeoutException($"{endpoint.Host} took no connection on port {endpoint.Port} within {timeout.TotalSeconds:0.###} s.");
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var all = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        if (all.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var allowed = all.Where(address => AddressPolicy.Allows(address, allowPrivate)).Take(MostAddresses).ToArray();
        return allowed.Length > 0
            ? allowed
            : throw new EgressRefusedException(literal is null
                ? $"{host} is at {all[0]}, which is not a public address."
                : $"{host} is not a public address.");
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            // Each address gets an equal share of the time, so that one that swallows packets does not keep the others from a try.
            using var share = new CancellationTokenSource(timeout / addresses.Length, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, share.Token);
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], port), either.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception error)
            {
                socket.Dispose();
                if (i + 1 == addresses.Length || cancellationToken.IsCancellationRequested || error is not (SocketException or OperationCanceledException))
                {
                    throw;
                }
            }
        }
    }
}

/// <summary>Every address of a host name. The system's resolver, or a test's.</summary>
internal delegate Task<IPAddress[]> NameResolver(string host, CancellationToken cancellationToken);
