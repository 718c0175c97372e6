using System.Collections.Concurrent;
using System.Net;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>A name server of an attacker's: names under <c>.test</c> are this machine, but for one answer when told so.</summary>
internal static class AbuseNames
{
    private static readonly ConcurrentDictionary<string, bool> changed = new(StringComparer.OrdinalIgnoreCase);

    public static void NextIsMetadata(string site) => changed[new Uri(site).Host] = true;

    public static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        host.EndsWith(".test", StringComparison.Ordinal)
            ? Task.FromResult<IPAddress[]>([changed.TryRemove(host, out _) ? IPAddress.Parse("169.254.169.254") : IPAddress.Loopback])
            : Dns.GetHostAddressesAsync(host, cancellationToken);
}
