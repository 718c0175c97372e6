using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace TrendGrains.Hosting;

/// <summary>Ports of this machine that are free now.</summary>
internal static class LoopbackPort
{
    private const int Lowest = 20_000;
    private const int Range = 10_000;

    public static int Free() => TryTake(0)!.Value;

    /// <summary>
    /// The database's own port when it is free, else any. A silo that starts where one of the same database was killed is known for its
    /// successor, and need not wait until the dead one is missed.
    /// </summary>
    public static int PreferredBy(string connectionString, string purpose)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{connectionString}"));
        return TryTake(Lowest + (int)(BitConverter.ToUInt32(hash) % Range)) ?? Free();
    }

    private static int? TryTake(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
