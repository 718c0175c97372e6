using System.Net;
using Orleans.Configuration;

namespace Orleans.Hosting;

/// <summary>A cluster of one.</summary>
public static class CoreHostingExtensions
{
    /// <summary>Ports and endpoint are not used here: there is nobody else to talk to.</summary>
    public static ISiloBuilder UseLocalhostClustering(this ISiloBuilder builder, int siloPort = 11111, int gatewayPort = 30000, IPEndPoint? primarySiloEndpoint = null, string serviceId = "dev", string clusterId = "dev")
    {
        _ = (siloPort, gatewayPort, primarySiloEndpoint);
        return builder.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (serviceId, clusterId));
    }
}
