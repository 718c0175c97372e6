using System.Net;
using System.Net.Sockets;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Checks;

/// <summary>Whether the address that would be asked first may be: scheme, port, and the addresses behind its name.</summary>
internal sealed class AddressCheck(NameResolver resolve)
{
    /// <param name="live">Resolve the name; else only an address that stands in the URL itself is judged.</param>
    public async Task<CheckFinding> FindAsync(SourceDefinition source, string first, bool live, CancellationToken cancellationToken)
    {
        var url = new Uri(first);
        if (UrlPolicy.Refuse(url, source.Internal) is { } refusal)
        {
            return Refused(refusal.Detail);
        }

        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var literal) ? [literal] : live ? await resolve(url.IdnHost, cancellationToken) : [];
        }
        catch (SocketException error)
        {
            return Refused($"The name {url.IdnHost} is not known: {error.Message}");
        }

        return addresses.Length == 0
            ? live ? Refused($"The name {url.IdnHost} has no address.") : new CheckFinding("address", CheckVerdict.Ok, $"{url.IdnHost}; --live resolves it.")
            : addresses.Any(a => AddressPolicy.Allows(a, source.Internal)) ? new CheckFinding("address", CheckVerdict.Ok, $"{url.IdnHost} may be asked.")
            : Refused($"{url.IdnHost} is {(addresses[0].ToString() == url.IdnHost ? "" : $"at {addresses[0]}, which is ")}not a public address{(source.Internal || !AddressPolicy.Allows(addresses[0], allowPrivate: true) ? "" : "; --internal allows it")}.");
    }

    private static CheckFinding Refused(string why) => new("address", CheckVerdict.Refused, why);
}
