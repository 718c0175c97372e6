using System.Net;
using Orleans.Configuration;

namespace Orleans.Hosting;

/// <summary>A cluster of one.</summary>
public static class CoreHostingExtensions
{
    private const string Development = "dev";

    /// <summary>
    /// Ports and endpoint are not used here: there is nobody else to talk to. As in Orleans, the default ids leave
    /// <see cref="ClusterOptions"/> as they are.
    /// </summary>
    public static ISiloBuilder UseLocalhostClustering(this ISiloBuilder builder, int siloPort = 11111, int gatewayPort = 30000, IPEndPoint? primarySiloEndpoint = null, string serviceId = Development, string clusterId = Development)
    {
        _ = (siloPort, gatewayPort, primarySiloEndpoint);
        return serviceId == Development && clusterId == Development
            ? builder
            : builder.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (serviceId, clusterId));
    }
}
