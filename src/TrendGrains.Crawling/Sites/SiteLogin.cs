namespace TrendGrains.Crawling.Sites;

/// <summary>How an interface lets its callers in. Two that are equal let in by the same secret.</summary>
/// <param name="Origin">Scheme, host and port that the credential is sent to.</param>
public abstract record SiteLogin(string Origin)
{
    /// <summary>Environment variables that hold the secrets; all must be set.</summary>
    public abstract string[] Variables { get; }
}

/// <summary>By a key in a header of every request.</summary>
/// <param name="Beside">Another variable that must be set, for what is no secret and stands in the address.</param>
public sealed record KeyLogin(string Origin, string Header, string Variable, string? Beside = null) : SiteLogin(Origin)
{
    /// <summary>What stands before the key, e.g. <c>Bearer </c>.</summary>
    public string Prefix { get; init; } = "";

    public override string[] Variables => Beside is null ? [Variable] : [Variable, Beside];
}

/// <summary>By a token for an identifier and a secret (RFC 6749, 4.4: client credentials), in <c>Authorization: Bearer</c>.</summary>
/// <param name="TokenAddress">Where the token is asked for.</param>
public sealed record ClientLogin(string Origin, string TokenAddress, string IdVariable, string SecretVariable) : SiteLogin(Origin)
{
    public override string[] Variables => [IdVariable, SecretVariable];
}
