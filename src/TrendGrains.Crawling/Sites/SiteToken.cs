using System.Text;
using System.Text.Json;

namespace TrendGrains.Crawling.Sites;

/// <summary>The answer to a request for a token (RFC 6749, 5.1): <c>{"access_token": …, "expires_in": seconds}</c>.</summary>
/// <param name="Lifetime">Zero where the answer names none: such a token is used once.</param>
public sealed record SiteToken(string Value, TimeSpan Lifetime)
{
    /// <summary>RFC 7617: the user's name and password of a request for a token.</summary>
    public static string Basic(string id, string secret) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"))}";

    /// <summary>Null where the answer holds no token that can stand in a header.</summary>
    public static SiteToken? Read(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var seconds = document.RootElement.Field("expires_in") is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var given) ? given : 0;
            return document.RootElement.Text("access_token") is { } value && value.All(c => c is > ' ' and < '\x7f')
                ? new SiteToken(value, TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(1).TotalSeconds)))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => $"a token for {Lifetime}";
}
