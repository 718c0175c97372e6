using System.ComponentModel;
using System.Net;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Egress;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Processes;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>
/// Asks yt-dlp, which the operator installed and chose for a source: one process a run, bounded in time, output and network, its only
/// way out an <see cref="EgressProxy"/>. Thread-safe; whatever goes wrong comes back as a reason, only the caller's cancellation throws.
/// </summary>
public sealed class YtDlpRunner
{
    private readonly YtDlpOptions options;
    private readonly NameResolver resolve;
    private readonly TimeProvider clock;

    public YtDlpRunner(IOptions<YtDlpOptions> options, TimeProvider clock)
        : this(options.Value, Dns.GetHostAddressesAsync, clock)
    {
    }

    internal YtDlpRunner(YtDlpOptions options, NameResolver resolve, TimeProvider clock) =>
        (this.options, this.resolve, this.clock) = (options, resolve, clock);

    /// <summary>Why it cannot run here; null when it can.</summary>
    public string? Missing => ProgramPath.Find(options.Executable, "yt-dlp") is not null ? null
        : options.Executable is { } file ? $"{YtDlpOptions.Section}:{nameof(YtDlpOptions.Executable)} names {file}, which is not there."
        : "yt-dlp is not installed: no folder of PATH has it. Install the package yt-dlp (apt-get install yt-dlp, or a newer one by pipx install yt-dlp).";

    public async Task<YtDlpAnswer> RunAsync(YtDlpRequest request, CancellationToken cancellationToken)
    {
        if (Missing is { } missing)
        {
            return new YtDlpAnswer { Reason = CrawlReason.NotReadable, Detail = missing };
        }

        var started = clock.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("trendgrains-ytdlp-").FullName;
        try
        {
            var answer = await RunAsync(request, folder, cancellationToken);
            return answer with { Elapsed = clock.GetElapsedTime(started) };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<YtDlpAnswer> RunAsync(YtDlpRequest request, string folder, CancellationToken cancellationToken)
    {
        var rules = new EgressRules { AllowPrivate = request.AllowPrivate, MaxBytes = options.MaxNetworkBytes };
        await using var proxy = EgressProxy.Start(rules, resolve, clock);
        var start = YtDlpCommand.For(ProgramPath.Find(options.Executable, "yt-dlp")!, request, options, folder, proxy.AddressWithPassword);
        ProcessOutcome outcome;
        try
        {
            outcome = await BoundedProcess.RunAsync(
                start, new ProcessLimits(options.TimeLimit, options.MaxOutputBytes), proxy.Meter.Spent, clock, cancellationToken);
        }
        catch (Win32Exception fault)
        {
            return new YtDlpAnswer { Reason = CrawlReason.NotReadable, Detail = $"{start.FileName} does not start: {fault.Message}." };
        }

        var (reason, detail) = YtDlpVerdict.Of(outcome, proxy.Meter.Refusals, options);
        return new YtDlpAnswer
        {
            Reason = reason,
            Detail = detail,
            Output = outcome.Output,
            Subtitles = request.WithSubtitles && reason == CrawlReason.Fetched ? await SubtitleFiles.ReadAsync(folder, cancellationToken) : new Dictionary<string, byte[]>(),
            NetworkBytes = proxy.Meter.Bytes,
        };
    }
}
