using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Scouting;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Scouting;

/// <summary>Tries hosts that articles name. What was decided is in the record; a turn that was cut off is taken again.</summary>
internal sealed class ScoutGrain(
    ProposalStore proposals, CrawlChoiceStore choices, SourceStore sources, IOptions<ScoutingOptions> options, TimeProvider clock, ILogger<ScoutGrain> log)
    : Grain, IScoutGrain
{
    private const string Reminder = "scout";
    private const int Considered = 200;

    /// <summary>Who named a host longer ago than this says nothing of what it is today.</summary>
    private static readonly TimeSpan memory = TimeSpan.FromDays(90);

    private DateTimeOffset? looked;

    private bool IsOn => options.Value.MostOnTrial > 0;

    public async Task WakeAsync()
    {
        if (await IsNeededAsync())
        {
            await this.RegisterOrUpdateReminder(Reminder, options.Value.Every, options.Value.Every);
        }
        else
        {
            await RestAsync();
        }
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        try
        {
            await LookAsync(CancellationToken.None);
            if (!await IsNeededAsync())
            {
                await RestAsync();
            }
        }
        catch (Exception error)
        {
            // Storage is away, or a source is: the next reminder looks again.
            log.ScoutingPutOff(error, error.Message);
        }
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var onTrial = 0;
        foreach (var trial in await proposals.ListAsync(options.Value.FewestArticles, Considered, SourceProposal.Trial, cancellationToken))
        {
            onTrial += await JudgeAsync(trial, cancellationToken) ? 0 : 1;
        }

        if (onTrial < options.Value.MostOnTrial)
        {
            await TryAsync(options.Value.MostOnTrial - onTrial, cancellationToken);
        }

        if (looked is null || clock.GetUtcNow() - looked > TimeSpan.FromDays(1))
        {
            await proposals.ForgetBeforeAsync(clock.GetUtcNow() - memory, cancellationToken);
            looked = clock.GetUtcNow();
        }
    }

    public async Task VetoAsync(string host, CancellationToken cancellationToken)
    {
        host = Checked(host);
        var before = await proposals.GetAsync(host, cancellationToken);
        if (before is { Source: { } slug, State: SourceProposal.Trial or SourceProposal.Promoted })
        {
            // First: the decision forgets which source it was, and a veto that is cut off here is given again.
            await Source(slug).RemoveAsync(cancellationToken);
        }

        await DecideAsync(new SourceProposal { Host = host, State = SourceProposal.Vetoed, Reason = "vetoed by the operator" }, cancellationToken);
    }

    public async Task<string> AcceptAsync(string host, CancellationToken cancellationToken)
    {
        host = Checked(host);
        var named = (await proposals.ListAsync(1, int.MaxValue, null, cancellationToken)).FirstOrDefault(p => p.Host == host);
        var source = TrialSources.Kept(host, named?.Url);
        var before = (await Source(source.Slug).GetStatusAsync())?.Definition;
        var isNamed = named is { State: SourceProposal.Trial or SourceProposal.Promoted } && named.Source == source.Slug;
        if (before is null || (isNamed && named!.State == SourceProposal.Trial))
        {
            await Source(source.Slug).ConfigureAsync(source, cancellationToken);
        }

        // A source that the operator had added is not the proposal's: a veto must not remove it.
        await DecideAsync(
            (named ?? new SourceProposal { Host = host, State = "" }) with
            {
                State = SourceProposal.Promoted,
                Source = isNamed || before is null || before == source ? source.Slug : null,
                Reason = "accepted by the operator",
            },
            cancellationToken);
        return source.Slug;
    }

    /// <summary>What is on trial is judged to its end, though no more are allowed.</summary>
    private async Task<bool> IsNeededAsync() => IsOn || (await proposals.ListAsync(1, 1, SourceProposal.Trial, CancellationToken.None)).Count > 0;

    private async Task RestAsync()
    {
        if (await this.GetReminder(Reminder) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    /// <summary>True when the trial has ended.</summary>
    private async Task<bool> JudgeAsync(SourceProposal trial, CancellationToken cancellationToken)
    {
        var slug = trial.Source!;
        var status = await Source(slug).GetStatusAsync();
        if (status is null)
        {
            await DecideAsync(trial with { State = SourceProposal.Dropped, Reason = "its source was removed" }, cancellationToken);
            return true;
        }

        if (status.LastCrawl is null || status.Progress.Running)
        {
            return false;
        }

        var (pages, worth) = await choices.SumAsync(slug, cancellationToken);
        var judged = trial with { Pages = pages, Reward = worth };
        if (TrialJudge.Judge(pages, worth, status.Progress, (int)status.Progress.Run) is not { } verdict)
        {
            await DecideAsync(judged, cancellationToken);
            return false;
        }

        if (verdict.Keeps)
        {
            await Source(slug).ConfigureAsync(status.Definition with { MaxPages = TrialSources.Kept(trial.Host, null).MaxPages, Interval = TrialSources.Kept(trial.Host, null).Interval }, cancellationToken);
        }
        else
        {
            await Source(slug).RemoveAsync(cancellationToken);
        }

        await DecideAsync(judged with { State = verdict.Keeps ? SourceProposal.Promoted : SourceProposal.Dropped, Reason = verdict.Reason }, cancellationToken);
        log.TrialEnded(trial.Host, verdict.Keeps ? SourceProposal.Promoted : SourceProposal.Dropped, pages, worth, verdict.Reason);
        return true;
    }

    /// <summary>Starts trials of the hosts that most sources name and that are no source yet.</summary>
    private async Task TryAsync(int most, CancellationToken cancellationToken)
    {
        var listed = await sources.ListAsync(cancellationToken);
        var known = listed.Select(s => TrialSources.HostOf(s.Definition)).ToHashSet();
        var slugs = listed.Select(s => s.Definition.Slug).ToHashSet();
        var proposed = await proposals.ListAsync(options.Value.FewestArticles, Considered, SourceProposal.Proposed, cancellationToken);
        foreach (var proposal in proposed.Where(p => !known.Contains(p.Host) && !slugs.Contains(SourceSlug.From(p.Host))).Take(most))
        {
            // The decision first: what is cut off here is found as a trial without a source, and dropped.
            var source = TrialSources.Trial(proposal, options.Value.TrialPages);
            await DecideAsync(
                proposal with { State = SourceProposal.Trial, Source = source.Slug, Budget = source.MaxPages, Reason = $"named by {proposal.Articles} articles of {proposal.Sources} sources" },
                cancellationToken);
            await Source(source.Slug).ConfigureAsync(source, cancellationToken);
            log.TrialStarted(proposal.Host, proposal.Articles, proposal.Sources);
        }
    }

    private Task DecideAsync(SourceProposal proposal, CancellationToken cancellationToken) => proposals.DecideAsync(new SourceProposalRow
    {
        Host = proposal.Host,
        State = proposal.State,
        Source = proposal.Source,
        Budget = proposal.Budget,
        Pages = proposal.Pages,
        Reward = proposal.Reward,
        Reason = proposal.Reason,
        DecidedAt = clock.GetUtcNow(),
    }, cancellationToken);

    private static string Checked(string host) =>
        Ingest.Citations.HostOf(host.Contains("://", StringComparison.Ordinal) ? host : $"https://{host}/")
        ?? throw new ArgumentException($"'{host}' is not the name of a public host, e.g. news.example.com.", nameof(host));

    private ISourceGrain Source(string slug) => GrainFactory.GetGrain<ISourceGrain>(slug);
}
