using System.Net;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Tests.Fetch;

/// <summary>First and last address of every range that is no part of the open Internet, and their neighbours that are.</summary>
public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("this network", "0.0.0.0", "0.255.255.255")]
    [InlineData("private", "10.0.0.0", "10.255.255.255")]
    [InlineData("private", "172.16.0.0", "172.31.255.255")]
    [InlineData("private", "192.168.0.0", "192.168.255.255")]
    [InlineData("carrier-grade NAT", "100.64.0.0", "100.127.255.255")]
    [InlineData("loopback", "127.0.0.0", "127.255.255.255")]
    [InlineData("link-local", "169.254.0.0", "169.254.255.255")]
    [InlineData("protocol assignments", "192.0.0.0", "192.0.0.255")]
    [InlineData("documentation", "192.0.2.0", "192.0.2.255")]
    [InlineData("documentation", "198.51.100.0", "198.51.100.255")]
    [InlineData("documentation", "203.0.113.0", "203.0.113.255")]
    [InlineData("6to4 relays", "192.88.99.0", "192.88.99.255")]
    [InlineData("benchmarks", "198.18.0.0", "198.19.255.255")]
    [InlineData("multicast", "224.0.0.0", "239.255.255.255")]
    [InlineData("reserved, broadcast", "240.0.0.0", "255.255.255.255")]
    [InlineData("unspecified, loopback", "::", "::1")]
    [InlineData("IPv4-compatible, of public ones too", "::8.8.8.8", "::ffff:ffff")]
    [InlineData("IPv4-mapped private", "::ffff:10.0.0.0", "::ffff:192.168.255.255")]
    [InlineData("IPv4-mapped loopback and metadata", "::ffff:127.0.0.1", "::ffff:169.254.169.254")]
    [InlineData("IPv4-translated", "::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8")]
    [InlineData("NAT64 of private ones", "64:ff9b::10.0.0.1", "64:ff9b::192.168.0.1")]
    [InlineData("NAT64 of loopback and metadata", "64:ff9b::127.0.0.1", "64:ff9b::169.254.169.254")]
    [InlineData("local-use NAT64", "64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("discard-only", "100::", "100::ffff:ffff:ffff:ffff")]
    [InlineData("Teredo", "2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("benchmarks, ORCHID", "2001:2::1", "2001:2f:ffff::1")]
    [InlineData("documentation", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("documentation", "3fff::", "3fff:fff:ffff::1")]
    [InlineData("6to4, of public ones too", "2002:7f00:1::1", "2002:808:808::1")]
    [InlineData("segment routing", "5f00::1", "5f00:ffff::1")]
    [InlineData("unique local", "fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("link-local", "fe80::", "febf:ffff::1")]
    [InlineData("link-local of an interface", "fe80::1%1", "fe80::1%2")]
    [InlineData("site-local", "fec0::", "feff:ffff::1")]
    [InlineData("multicast", "ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("not given out", "4000::1", "e000::1")]
    public void Refuses_what_is_no_public_address(string range, string first, string last)
    {
        Assert.False(AddressPolicy.Allows(IPAddress.Parse(first), allowPrivate: false), $"{range}: {first}");
        Assert.False(AddressPolicy.Allows(IPAddress.Parse(last), allowPrivate: false), $"{range}: {last}");
    }

    [Theory]
    [InlineData("1.0.0.0", "9.255.255.255")]
    [InlineData("11.0.0.0", "100.63.255.255")]
    [InlineData("100.128.0.0", "126.255.255.255")]
    [InlineData("128.0.0.0", "169.253.255.255")]
    [InlineData("169.255.0.0", "172.15.255.255")]
    [InlineData("172.32.0.0", "191.255.255.255")]
    [InlineData("192.0.1.0", "192.0.3.0")]
    [InlineData("192.167.255.255", "192.169.0.0")]
    [InlineData("198.17.255.255", "198.20.0.0")]
    [InlineData("223.255.255.255", "203.0.114.0")]
    [InlineData("2001:200::1", "2001:4860:4860::8888")]
    [InlineData("2003::1", "2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8", "64:ff9b::8.8.8.8")]
    public void Allows_their_neighbours(string one, string other)
    {
        Assert.True(AddressPolicy.Allows(IPAddress.Parse(one), allowPrivate: false), one);
        Assert.True(AddressPolicy.Allows(IPAddress.Parse(other), allowPrivate: false), other);
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.170.2")]
    [InlineData("169.254.170.23")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd00:ec2::23")]
    [InlineData("fd20:ce::254")]
    [InlineData("fd00:42::42")]
    [InlineData("fe80::a9fe:a9fe")]
    [InlineData("::169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:169.254.169.254")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b:1::169.254.169.254")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("2001:0:808:808:0:0:5601:5601")] // Teredo: the address is stored inverted
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    public void Refuses_metadata_to_internal_sources_too(string address) =>
        Assert.False(AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: true));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.0.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.1.1")]
    [InlineData("fd12::1")]
    [InlineData("fe80::1")]
    public void Lets_internal_sources_into_the_operator_s_networks(string address) =>
        Assert.True(AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: true));
}
