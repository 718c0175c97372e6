using System.Collections.Concurrent;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sites;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// Gets what an interface asks its callers for. Tokens are kept in memory until they run out, for all sources of the process, and
/// nowhere else; secrets are read from the environment each time.
/// </summary>
internal sealed class SiteTokens(PoliteFetch fetch, SiteSecrets secrets, TimeProvider clock)
{
    /// <summary>A token is renewed this long before it runs out, so that none does on its way.</summary>
    private static readonly TimeSpan margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ClientLogin, (string Value, DateTimeOffset Until)> tokens = [];

    public async Task<SiteCredential> GetAsync(IGrainFactory grains, SourceDefinition source, SiteLogin? login, CancellationToken cancellationToken)
    {
        if (login is null)
        {
            return SiteCredential.None;
        }

        if (login.Variables.Where(v => secrets[v] is null).ToArray() is { Length: > 0 } missing)
        {
            return SiteCredential.Refused(new PoliteResult(
                CrawlReason.HttpRefused, $"Not asked: {string.Join(" and ", missing)} not set in the environment.", null, login.Origin, [], null));
        }

        return login switch
        {
            KeyLogin key => SiteCredential.Of(new RequestCredential(key.Origin, key.Header, key.Prefix + secrets[key.Variable])),
            ClientLogin client => await TokenAsync(grains, source, client, cancellationToken),
            _ => throw new ArgumentException($"There is no way in by {login.GetType().Name}.", nameof(login)),
        };
    }

    /// <summary>The interface took the token no longer. True where another may be had.</summary>
    public bool Forget(SiteLogin? login) => login is ClientLogin client && tokens.TryRemove(client, out _);

    private async Task<SiteCredential> TokenAsync(IGrainFactory grains, SourceDefinition source, ClientLogin login, CancellationToken cancellationToken)
    {
        if (tokens.TryGetValue(login, out var held) && clock.GetUtcNow() < held.Until)
        {
            return SiteCredential.Of(Bearer(login, held.Value));
        }

        var basic = SiteToken.Basic(secrets[login.IdVariable]!, secrets[login.SecretVariable]!);
        var result = await fetch.FetchAsync(grains, source, new PoliteRequest(login.TokenAddress, AccessMode.Api, FetchPurpose.Api)
        {
            Credential = new RequestCredential(new Uri(login.TokenAddress).GetLeftPart(UriPartial.Authority), "Authorization", basic),
            Form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" },
        }, cancellationToken);
        if (result is not { Reason: CrawlReason.Fetched, Page.Body: { } body })
        {
            return SiteCredential.Refused(result.Page?.Status is 400 or 401 or 403
                ? result with { Detail = $"{result.Detail} The values of {login.IdVariable} and {login.SecretVariable} were not accepted." }
                : result);
        }

        if (SiteToken.Read(body) is not { } token)
        {
            return SiteCredential.Refused(result with { Reason = CrawlReason.Malformed, Detail = $"{login.TokenAddress} answered without a token." });
        }

        tokens[login] = (token.Value, clock.GetUtcNow() + token.Lifetime - margin);
        return SiteCredential.Of(Bearer(login, token.Value));
    }

    private static RequestCredential Bearer(ClientLogin login, string token) => new(login.Origin, "Authorization", $"Bearer {token}");
}

/// <summary>What lets a request in, or what came of asking for it; neither where nothing is needed.</summary>
internal sealed record SiteCredential(RequestCredential? Value, PoliteResult? Refusal)
{
    public static readonly SiteCredential None = new(null, null);

    public static SiteCredential Of(RequestCredential value) => new(value, null);

    public static SiteCredential Refused(PoliteResult result) => new(null, result);
}
