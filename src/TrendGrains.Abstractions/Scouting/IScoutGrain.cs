using Orleans.Concurrency;

namespace TrendGrains.Abstractions.Scouting;

/// <summary>
/// Looks for new sources among the hosts that articles name, tries a few of them on a small budget, and keeps or drops each by what it gave.
/// Off unless the operator allows trials. One per cluster; key 0; never on the way of an item.
/// </summary>
[Alias("scout")]
public interface IScoutGrain : IGrainWithIntegerKey, IRemindable
{
    /// <summary>Takes up its schedule, or leaves it, as the operator's options say. Repeatable.</summary>
    [Alias("wake"), OneWay] Task WakeAsync();

    /// <summary>One turn now: judges the trials that have ended and starts those that there is room for. Repeatable.</summary>
    [Alias("look")] Task LookAsync(CancellationToken cancellationToken);

    /// <summary>Never tries this host; a trial of it, or the source that it became, is removed. Repeatable.</summary>
    /// <exception cref="ArgumentException">It is no host name.</exception>
    [Alias("veto")] Task VetoAsync(string host, CancellationToken cancellationToken);

    /// <summary>Makes the host a source without a trial, or ends its trial well; returns the source's slug. Repeatable.</summary>
    /// <exception cref="ArgumentException">It is no host name.</exception>
    [Alias("accept")] Task<string> AcceptAsync(string host, CancellationToken cancellationToken);
}
