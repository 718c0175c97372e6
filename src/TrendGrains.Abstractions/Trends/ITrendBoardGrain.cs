using Orleans.Concurrency;

namespace TrendGrains.Abstractions.Trends;

/// <summary>Gives the items of one language to trends, strictly in the order of their arrival. Key: language tag, <c>und</c> for the rest.</summary>
[Alias("trend-board")]
public interface ITrendBoardGrain : IGrainWithStringKey
{
    /// <summary>Something may have arrived. Repeatable; a call that finds nothing costs a look.</summary>
    [Alias("wake"), OneWay] Task WakeAsync();

    /// <summary>Gives what has arrived to trends, for some seconds at most; call again while <see cref="BoardStatus.Behind"/>.</summary>
    [Alias("catch-up")] Task<BoardStatus> CatchUpAsync(CancellationToken cancellationToken);

    [Alias("status")] Task<BoardStatus> GetStatusAsync(CancellationToken cancellationToken);
}
