using System.Net;
using System.Net.Sockets;

namespace TrendGrains.Crawling.Fetch;

/// <summary>
/// Which addresses a request may be sent to. Public ones always; this machine and its networks only where the operator allowed them;
/// cloud metadata, multicast and unspecified addresses never. Ranges: IANA special-purpose registries (RFC 6890 and successors).
/// </summary>
internal static class AddressPolicy
{
    /// <summary>Never a web site, or one whose answers are credentials.</summary>
    private static readonly IPNetwork[] never =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("169.254.169.254/32"), // metadata of most clouds
        IPNetwork.Parse("169.254.170.2/32"), // task credentials
        IPNetwork.Parse("100.100.100.200/32"), // metadata
        IPNetwork.Parse("fd00:ec2::254/128"), // metadata
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("255.255.255.255/32"),
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("ff00::/8"),
    ];

    private static readonly IPNetwork[] @private =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"), // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::/96"), // loopback and IPv4-compatible
        IPNetwork.Parse("64:ff9b:1::/48"), // local-use NAT64
        IPNetwork.Parse("100::/64"),
        IPNetwork.Parse("2001::/23"), // protocol assignments, Teredo among them
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"),
        IPNetwork.Parse("5f00::/16"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fec0::/10"),
    ];

    private static readonly IPNetwork nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork sixToFour = IPNetwork.Parse("2002::/16");

    public static bool Allows(IPAddress address, bool allowPrivate)
    {
        var target = Unwrap(address);
        return !Within(never, target) && (allowPrivate || !Within(@private, target));
    }

    /// <summary>The IPv4 address that an IPv6 address only carries, where it does: the packet ends there.</summary>
    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4))
            : sixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : address;
    }

    private static bool Within(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            // IPNetwork compares families itself; a scope id is no part of the prefix.
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
