namespace TrendGrains.Crawling.Egress;

/// <summary>What a program that we did not write may do on the network in one run.</summary>
internal sealed record EgressRules
{
    /// <summary>The operator allowed addresses of this machine and its private network, and there any port.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Ports of the open web that may be asked.</summary>
    public int[] Ports { get; init; } = [80, 443];

    /// <summary>Bytes to and from the network together; the first one over ends every connection.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Connections in all.</summary>
    public int MaxConnections { get; init; } = 500;

    /// <summary>Connections at one time; further ones wait.</summary>
    public int MaxAtOnce { get; init; } = 32;

    /// <summary>Until a name is resolved and a connection stands.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection over which nothing comes for so long is closed.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
