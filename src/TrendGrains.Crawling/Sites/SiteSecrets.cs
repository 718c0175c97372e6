namespace TrendGrains.Crawling.Sites;

/// <summary>Keys and passwords of interfaces, by the environment variable that holds them; nothing else keeps them.</summary>
public sealed class SiteSecrets(Func<string, string?> read)
{
    /// <summary>The variable's value; null where it is not set, or empty.</summary>
    public string? this[string variable] => read(variable) is { Length: > 0 } value ? value : null;
}
