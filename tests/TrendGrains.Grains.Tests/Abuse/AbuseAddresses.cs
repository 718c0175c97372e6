namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>Paths as a page may write them into an attribute in double quotes.</summary>
internal static class AbuseAddresses
{
    public static readonly string[] Odd =
    [
        .. "!$&'()*+,;=:@-._~|[]{}^`\\<>".Select(c => $"/odd/{c}"),
        "/odd/a b", "/odd/%20", "/odd/%00", "/odd/%0A", "/odd/%", "/odd/%z", "/odd/%zz", "/odd/%C3%28", "/odd/%25", "/odd/%2F", "/odd/%2e%2e/x", "/odd/../odd/dots",
        "/odd/\t\ttab", "/odd/\nline", "/odd/\u007f", "/odd/\u0001", "/odd/\u00a0", "/odd/\u200b", "/odd/\u202e", "/odd/\ufeff", "/odd/\ufffd", "/odd/\u00e9", "/odd/e\u0301",
        "/odd/항구", "/odd/항구", "/odd/港", "/odd/🚢", "/odd/👩‍👩‍👧", "/odd/\u0645\u064a\u0646\u0627\u0621", "/odd/?", "/odd/?a=b=c", "/odd/?a&b", "/odd/?a[]=1&a[]=2", "/odd/?q=항구",
        "/odd/?q=%ED%95%AD", "/odd/?q=a+b", "/odd/?a=%26&b=%3D", "/odd/;v=1", "/odd//double", "/odd/x#fragment", "/odd/x?y#z?a", "/odd/" + new string('y', 500), "/odd/&#39;&quot;&lt;",
    ];
}
