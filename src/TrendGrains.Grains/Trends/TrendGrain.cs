using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.Trends;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Grains.Trends;

/// <summary>Finds a trend its lead picture among its items' media, and what its items say of it, a moment after the last call.</summary>
internal sealed class TrendGrain(LeadPictures pictures, TrendProfiles profiles, ILogger<TrendGrain> log) : Grain, ITrendGrain
{
    /// <summary>Long enough that a burst of items is one look.</summary>
    private static readonly TimeSpan settling = TimeSpan.FromMilliseconds(500);

    private IGrainTimer? timer;
    private bool armed;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        timer = this.RegisterGrainTimer(LookAsync, new GrainTimerCreationOptions
        {
            DueTime = Timeout.InfiniteTimeSpan,
            Period = Timeout.InfiniteTimeSpan,
            KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    public Task RefreshAsync()
    {
        if (!armed)
        {
            armed = true;
            timer?.Change(settling, Timeout.InfiniteTimeSpan);
        }

        return Task.CompletedTask;
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        armed = false;
        try
        {
            await pictures.ChooseAsync(this.GetPrimaryKey(), cancellationToken);
            await profiles.RefreshAsync(this.GetPrimaryKey(), cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The next item of the trend brings another look.
            log.PicturePutOff(error, this.GetPrimaryKey(), error.Message);
        }

        DeactivateOnIdle();
    }
}
