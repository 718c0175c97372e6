using System.Diagnostics;
using System.Globalization;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>
/// The command line of one run; pure. Every argument stands by itself and no shell reads it; what comes from an address stands behind
/// <c>--</c>, so that it is never an option.
/// </summary>
internal static class YtDlpCommand
{
    /// <param name="folder">An empty folder of the run's own.</param>
    /// <param name="proxy">Address of the run's <see cref="Egress.EgressProxy"/>, with its password.</param>
    public static ProcessStartInfo For(string program, YtDlpRequest request, YtDlpOptions options, string folder, string proxy)
    {
        string[] arguments = [.. Always(options, folder, proxy), .. request.WithSubtitles ? Video(options) : Listing, "--", request.Target];
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };

        // Nothing of this process's own environment: no credentials, no configuration, no way around the proxy.
        start.Environment.Clear();
        foreach (var (name, value) in Surroundings(folder, proxy))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string[] Always(YtDlpOptions options, string folder, string proxy) =>
    [
        "--ignore-config", "--no-cache-dir", "--no-warnings", "--no-progress", "--no-colors",
        "--proxy", proxy,
        "--socket-timeout", "20", "--retries", "1", "--extractor-retries", "1",
        "--playlist-end", options.MaxEntries.ToString(CultureInfo.InvariantCulture),
        "--paths", folder, "--output", "%(id)s.%(ext)s",
        "--dump-json",
    ];

    /// <summary>One line an entry as the listing gives it. YouTube's says "3 days ago", of which the last makes a time.</summary>
    private static string[] Listing => ["--flat-playlist", "--ignore-errors", "--extractor-args", "youtubetab:approximate_date"];

    /// <summary>Printing alone would leave the subtitles out; the video itself is never wanted.</summary>
    private static string[] Video(YtDlpOptions options) =>
    [
        "--no-simulate", "--skip-download", "--no-playlist", "--write-subs", "--write-auto-subs", "--sub-format", "vtt",
        "--sub-langs", string.Join(',', [.. options.SubtitleLanguages, ".*-orig", "-live_chat"]),
    ];

    private static IEnumerable<(string Name, string Value)> Surroundings(string folder, string proxy) =>
    [
        ("PATH", Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin"),
        ("HOME", folder),
        ("XDG_CONFIG_HOME", folder),
        ("XDG_CACHE_HOME", folder),
        ("TMPDIR", folder),
        ("LANG", "C.UTF-8"),
        ("PYTHONNOUSERSITE", "1"),
        ("PYTHONDONTWRITEBYTECODE", "1"),
        ("http_proxy", proxy),
        ("https_proxy", proxy),
        ("all_proxy", proxy),
        ("no_proxy", ""),
    ];
}
