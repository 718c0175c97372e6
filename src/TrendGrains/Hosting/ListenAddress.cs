namespace TrendGrains.Hosting;

/// <summary>The address that <c>serve</c> listens on, known before anything is started.</summary>
internal static class ListenAddress
{
    /// <summary>Port 0 becomes a port that is free now.</summary>
    /// <exception cref="ArgumentException">Not an absolute http or https address.</exception>
    public static string Resolve(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"--urls: '{url}' is not an http or https address.");
        }

        return address.Port == 0 ? $"{address.Scheme}://{address.Host}:{LoopbackPort.Free()}" : url.TrimEnd('/');
    }
}
