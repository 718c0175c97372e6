namespace TrendGrains.Crawling.Fetch;

/// <summary>
/// A header that lets a request in, and the one place it is sent to: a redirect to another host, or to the same one in the clear,
/// goes without it. Never shown: not in a log, a message or an exception. The origin is scheme, host and port, e.g. <c>https://oauth.reddit.com</c>.
/// </summary>
public sealed class RequestCredential(string origin, string header, string value)
{
    public string Header { get; } = header;

    /// <summary>The value where the URL is of the credential's origin; else null.</summary>
    public string? For(Uri url) => string.Equals(url.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase) ? value : null;

    public override string ToString() => $"{Header} for {origin}";
}
