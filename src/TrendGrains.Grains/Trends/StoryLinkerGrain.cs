using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Grains.Trends;

/// <summary>Ranks all boards' trends together, and tells topic, tone and severity of those that grew, at most once a second. Everything it needs is in the record, so that it may be lost at any time.</summary>
internal sealed class StoryLinkerGrain(RankStore ranks, TrendProfiles profiles, TimeProvider clock, ILogger<StoryLinkerGrain> log) : Grain, IStoryLinkerGrain
{
    private static readonly TimeSpan pace = TimeSpan.FromSeconds(1);

    /// <summary>Calls of one ranking, so that it ends in time.</summary>
    private const int ProfileCalls = 8;

    private readonly Dictionary<Guid, int> told = [];
    private IGrainTimer? timer;
    private DateTimeOffset last = DateTimeOffset.MinValue;
    private bool armed;
    private bool unprofiled;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        timer = this.RegisterGrainTimer(StepAsync, new GrainTimerCreationOptions
        {
            DueTime = Timeout.InfiniteTimeSpan,
            Period = Timeout.InfiniteTimeSpan,
            KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    public Task WakeAsync()
    {
        if (!armed)
        {
            var wait = last + pace - clock.GetUtcNow();
            Arm(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }

        return Task.CompletedTask;
    }

    public async Task RankAsync(CancellationToken cancellationToken)
    {
        if (await ranks.NowAsync(cancellationToken) is not { } now)
        {
            return;
        }

        var contenders = await ranks.ContendersAsync(OverallRank.Ranked, cancellationToken);
        var (changes, events) = OverallRank.Decide(contenders, now);
        if (changes.Count > 0)
        {
            await ranks.StoreAsync(changes, BoardTurns.BucketOf(now), events, cancellationToken);
        }

        unprofiled = await ProfileAsync(cancellationToken);
        last = clock.GetUtcNow();
        foreach (var trend in contenders.Take(OverallRank.Presented).Where(t => told.GetValueOrDefault(t.Id) != t.Items))
        {
            told[trend.Id] = trend.Items;
            await GrainFactory.GetGrain<ITrendGrain>(trend.Id).RefreshAsync();
        }

        Forget(contenders);
    }

    /// <summary>True when trends are left for another time.</summary>
    private async Task<bool> ProfileAsync(CancellationToken cancellationToken)
    {
        for (var call = 0; call < ProfileCalls; call++)
        {
            if (await profiles.RefreshAsync(cancellationToken) < TrendProfiles.Most)
            {
                return false;
            }
        }

        return true;
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        armed = false;
        try
        {
            await RankAsync(cancellationToken);
            if (unprofiled)
            {
                Arm(pace);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            log.RankingPutOff(error, error.Message);
            Arm(pace * 5);
        }
    }

    private void Forget(IReadOnlyList<RankContender> contenders)
    {
        if (told.Count > 4 * OverallRank.Ranked)
        {
            var kept = contenders.Select(c => c.Id).ToHashSet();
            foreach (var id in told.Keys.Where(id => !kept.Contains(id)).ToArray())
            {
                told.Remove(id);
            }
        }
    }

    private void Arm(TimeSpan due)
    {
        armed = true;
        timer?.Change(due, Timeout.InfiniteTimeSpan);
    }
}
