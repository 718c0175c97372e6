using System.Text;
using TrendGrains.Reading.Metadata;

namespace TrendGrains.Reading.Tests.Metadata;

public sealed class HeadLinksTests
{
    [Theory]
    [InlineData("<link rel='canonical' href='https://a.example/1?a=1&amp;b=2'>", "https://a.example/1?a=1&b=2")]
    [InlineData("<LINK HREF=https://a.example/1/ REL=Canonical>", "https://a.example/1/")]
    [InlineData("<link data-rel='x' rel=\"shortlink canonical\" href=\"/기사/1\"/>", "/기사/1")]
    [InlineData("<title><link rel=canonical href=/t></title><link rel=canonical href=/1>", "/1")]
    [InlineData("<!-- <link rel=canonical href=/c> --><script>'<link rel=canonical href=/s>'</script><link rel=canonical href=/1>", "/1")]
    [InlineData("<link rel=canonical href=/1><link rel=canonical href=/1>", "/1")]
    [InlineData("<link rel=canonical href=/1><link rel=canonical href=/2>", null)]
    [InlineData("<link rel=stylesheet href=/canonical>", null)]
    [InlineData("<link rel=canonical>", null)]
    [InlineData("<link rel=canonical href=''>", null)]
    [InlineData("</head><body><link rel=canonical href=/comment>", null)]
    [InlineData("<!-- <link rel=canonical href=/c>", null)]
    [InlineData("<link rel=canonical href=/1", null)]
    [InlineData("", null)]
    public void Finds_the_canonical_address_that_the_head_names(string head, string? canonical) =>
        Assert.Equal(canonical, HeadLinks.In(Encoding.UTF8.GetBytes(head)).Canonical);

    [Fact]
    public void Finds_it_behind_a_long_style_and_the_AMP_form_too()
    {
        var found = HeadLinks.In(Encoding.UTF8.GetBytes($"<style>{new string('x', 100_000)}</style><link rel=amphtml href=/1/amp><link rel=canonical href=/1><body>"));

        Assert.Equal(("/1", "/1/amp"), (found.Canonical, found.Amp));
    }
}
