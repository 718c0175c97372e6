using System.Net;
using System.Net.Sockets;
using TrendGrains.Hosting;

namespace TrendGrains.Tests.Hosting;

public sealed class LoopbackPortTests
{
    private readonly string database = $"Host=127.0.0.1;Database={Guid.NewGuid():n}";

    [Fact]
    public void The_same_database_prefers_the_same_port() =>
        Assert.Equal(LoopbackPort.PreferredBy(database, "silo"), LoopbackPort.PreferredBy(database, "silo"));

    [Fact]
    public void A_taken_port_gives_way_to_another()
    {
        using var holder = new TcpListener(IPAddress.Loopback, LoopbackPort.PreferredBy(database, "silo"));
        holder.Start();

        Assert.NotEqual(((IPEndPoint)holder.LocalEndpoint).Port, LoopbackPort.PreferredBy(database, "silo"));
    }
}
