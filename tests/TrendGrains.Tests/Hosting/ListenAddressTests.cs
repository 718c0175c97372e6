using TrendGrains.Hosting;

namespace TrendGrains.Tests.Hosting;

public sealed class ListenAddressTests
{
    [Fact]
    public void Port_zero_becomes_a_real_port() =>
        Assert.InRange(new Uri(ListenAddress.Resolve("http://127.0.0.1:0")).Port, 1024, 65535);

    [Fact]
    public void A_named_port_stays() => Assert.Equal("http://127.0.0.1:8080", ListenAddress.Resolve("http://127.0.0.1:8080/"));

    [Theory]
    [InlineData("8080")]
    [InlineData("ftp://127.0.0.1")]
    public void Anything_else_is_refused(string url) => Assert.Throws<ArgumentException>(() => ListenAddress.Resolve(url));
}
