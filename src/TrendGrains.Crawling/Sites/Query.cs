namespace TrendGrains.Crawling.Sites;

/// <summary>The query of a URL, name by name; of a name that stands twice, the first.</summary>
internal readonly struct Query(Uri url)
{
    public string? this[string name]
    {
        get
        {
            foreach (var part in url.Query.TrimStart('?').Split('&'))
            {
                if (part.StartsWith(name + "=", StringComparison.Ordinal))
                {
                    return Uri.UnescapeDataString(part[(name.Length + 1)..].Replace('+', ' ')) is { Length: > 0 } value ? value : null;
                }
            }

            return null;
        }
    }

    /// <summary><c>&amp;name=value</c>; nothing where there is no value.</summary>
    public static string Part(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
