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
        IPNetwork.Parse("169.254.170.0/24"), // credentials of tasks and pods
        IPNetwork.Parse("100.100.100.200/32"), // metadata
        IPNetwork.Parse("168.63.129.16/32"), // a cloud's own services, at a public address
        IPNetwork.Parse("192.0.0.192/32"), // metadata
        IPNetwork.Parse("fd00:ec2::/32"), // metadata, credentials of pods
        IPNetwork.Parse("fd20:ce::254/128"), // metadata
        IPNetwork.Parse("fd00:42::42/128"), // metadata
        IPNetwork.Parse("fe80::a9fe:a9fe/128"), // metadata
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

        // All that is not 2000::/3, the only space given out for hosts of the open Internet: loopback, IPv4-compatible and -translated,
        // local-use NAT64 (64:ff9b:1::/48), discard-only, unique local, link-local, site-local, segment routing.
        IPNetwork.Parse("::/3"),
        IPNetwork.Parse("4000::/2"),
        IPNetwork.Parse("8000::/1"),
        IPNetwork.Parse("2001::/23"), // protocol assignments, Teredo among them
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"), // 6to4: its relays are gone (RFC 7526), what is left of it is a way around
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork teredo = IPNetwork.Parse("2001::/32");

    /// <summary>Where an IPv4 address is the last four octets.</summary>
    private static readonly IPNetwork[] carriesLast =
    [
        IPNetwork.Parse("::/96"), // IPv4-compatible
        IPNetwork.Parse("::ffff:0:0:0/96"), // IPv4-translated
        IPNetwork.Parse("64:ff9b::/96"),
        IPNetwork.Parse("64:ff9b:1::/48"),
    ];

    public static bool Allows(IPAddress address, bool allowPrivate)
    {
        var carried = Carried(address);
        if (Within(never, address) || (carried is not null && Within(never, carried)))
        {
            return false;
        }

        // These two are just another spelling of the IPv4 address; every other tunnel is refused as such.
        var target = carried is not null && (address.IsIPv4MappedToIPv6 || nat64.Contains(address)) ? carried : address;
        return allowPrivate || !Within(@private, target);
    }

    /// <summary>The IPv4 address that an IPv6 address carries, where it does: the packet may end there.</summary>
    private static IPAddress? Carried(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.Equals(IPAddress.IPv6Loopback))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return Within(carriesLast, address) ? new IPAddress(bytes.AsSpan(12, 4))
            : sixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : teredo.Contains(address) ? new IPAddress([(byte)~bytes[12], (byte)~bytes[13], (byte)~bytes[14], (byte)~bytes[15]]) // RFC 4380, 4: stored inverted
            : null;
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
