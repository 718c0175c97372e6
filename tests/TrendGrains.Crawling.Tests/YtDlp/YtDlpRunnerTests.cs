using System.Net;
using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.YtDlp;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Programs;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.YtDlp;

public sealed class YtDlpRunnerTests
{
    private static readonly YtDlpRequest channel = new("https://www.youtube.com/@news/videos", WithSubtitles: false, AllowPrivate: false);

    [Fact]
    public async Task Returns_what_it_printed()
    {
        using var program = new FakeYtDlp("""echo '{"id": "a"}'; echo '{"id": "b"}'""");

        var answer = await RunAsync(program, channel);

        Assert.Equal(CrawlReason.Fetched, answer.Reason);
        Assert.Equal("{\"id\": \"a\"}\n{\"id\": \"b\"}\n", Encoding.UTF8.GetString(answer.Output));
    }

    [Fact]
    public async Task Hands_over_the_address_as_it_is_and_never_as_an_option()
    {
        const string Target = "ytsearch5:--exec $(touch /tmp/x); `id` 'a' \"b\" 한국";
        using var program = new FakeYtDlp("echo '{}'");

        await RunAsync(program, channel with { Target = Target });

        Assert.Equal(["--", Target], program.Arguments[^2..]);
        Assert.Equal("--ignore-config", program.Arguments[0]);
        Assert.Contains("--no-cache-dir", program.Arguments);
        Assert.Contains("--flat-playlist", program.Arguments);
        Assert.Equal("7", program.Arguments[Array.IndexOf(program.Arguments, "--playlist-end") + 1]);
        Assert.DoesNotContain(program.Arguments, a => a.Contains("cookies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_it_an_empty_home_and_the_proxy_only()
    {
        using var program = new FakeYtDlp("echo '{}'");

        await RunAsync(program, channel);

        var folder = File.ReadAllText(program.Noted("folder")).Trim();
        Assert.Contains($"HOME={folder}", program.Environment);
        Assert.Contains("no_proxy=", program.Environment);
        var proxy = program.Arguments[Array.IndexOf(program.Arguments, "--proxy") + 1];
        Assert.StartsWith("http://egress:", proxy, StringComparison.Ordinal);
        Assert.Contains($"https_proxy={proxy}", program.Environment);
        Assert.DoesNotContain(program.Environment, e => e.StartsWith("TRENDGRAINS_", StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Says_which_package_is_missing()
    {
        var answer = await new YtDlpRunner(new YtDlpOptions { Executable = "/nowhere/yt-dlp" }, Dns.GetHostAddressesAsync, TimeProvider.System)
            .RunAsync(channel, CancellationToken.None);

        Assert.Equal(CrawlReason.NotReadable, answer.Reason);
        Assert.Contains("/nowhere/yt-dlp", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kills_it_and_all_it_started_when_the_time_is_over()
    {
        var clock = new ManualTimeProvider();
        using var program = new FakeYtDlp("sleep 300 & echo $! >\"$NOTES/child.new\"; mv \"$NOTES/child.new\" \"$NOTES/child\"; wait");
        var running = RunAsync(program, channel, clock: clock);
        var child = await StartedAsync(program.Noted("child"));

        clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await running.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(CrawlReason.Timeout, answer.Reason);
        Assert.Contains("60 s", answer.Detail, StringComparison.Ordinal);
        Assert.False(IsAlive(child), $"process {child} outlived the run");
    }

    [Fact]
    public async Task Kills_what_prints_without_end()
    {
        using var program = new FakeYtDlp("exec yes '{\"id\": \"a\"}'");

        var answer = await RunAsync(program, channel, options => options.MaxOutputBytes = 100_000).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(CrawlReason.TooLarge, answer.Reason);
        Assert.Equal(100_000, answer.Output.Length);
    }

    [Fact]
    public async Task Says_that_it_wanted_a_private_address()
    {
        using var program = new FakeYtDlp(Fetch("169.254.169.254:80") + "; echo 'ERROR: Unable to download webpage' >&2; exit 1");

        var answer = await RunAsync(program, channel);

        Assert.Equal(CrawlReason.PrivateAddress, answer.Reason);
        Assert.Contains("169.254.169.254", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_it_when_the_network_budget_is_spent()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(new byte[1_000_000]).AsTask());
        using var program = new FakeYtDlp($"{Fetch(site.Url.Authority)}; sleep 300");

        var answer = await RunAsync(program, channel with { AllowPrivate = true }, options => options.MaxNetworkBytes = 100_000).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(CrawlReason.BudgetSpent, answer.Reason);
    }

    [Fact]
    public async Task Hands_over_the_subtitles_that_it_wrote()
    {
        using var program = new FakeYtDlp("echo WEBVTT >abc.ko.vtt; echo WEBVTT >abc.en-orig.vtt; ln -s /etc/passwd abc.xx.vtt; echo '{\"id\": \"abc\"}'");

        var answer = await RunAsync(program, channel with { WithSubtitles = true });

        Assert.Equal(["en-orig", "ko"], answer.Subtitles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("WEBVTT\n", Encoding.UTF8.GetString(answer.Subtitles["ko"]));
        Assert.Contains("--skip-download", program.Arguments);
    }

    [Theory]
    [InlineData("ERROR: [youtube] x: Video unavailable. This video has been removed by the uploader", CrawlReason.NotFound)]
    [InlineData("ERROR: [Instagram] x: Requested content is not available, rate-limit reached or login required", CrawlReason.RateLimited)]
    [InlineData("ERROR: Unable to download webpage: HTTP Error 404: Not Found", CrawlReason.NotFound)]
    [InlineData("ERROR: Unable to download API page: HTTP Error 429: Too Many Requests", CrawlReason.RateLimited)]
    [InlineData("ERROR: [youtube] x: Private video. Sign in if you've been granted access", CrawlReason.HttpRefused)]
    [InlineData("ERROR: Unable to download webpage: <urlopen error [Errno 111] Connection refused>", CrawlReason.ConnectFailed)]
    [InlineData("ERROR: Unable to download webpage: The read operation timed out", CrawlReason.Timeout)]
    [InlineData("ERROR: Unsupported URL: https://example.com/", CrawlReason.NotReadable)]
    [InlineData("ERROR: [tiktok:user] x: Unable to extract secondary user ID", CrawlReason.Malformed)]
    public async Task Reads_its_last_error(string error, CrawlReason reason)
    {
        using var program = new FakeYtDlp($"cat >&2 <<'END'\nWARNING: something\n{error}\nEND\nexit 1");

        var answer = await RunAsync(program, channel);

        Assert.Equal(reason, answer.Reason);
        Assert.Contains(error[..20], answer.Detail, StringComparison.Ordinal);
    }

    /// <summary>Bash that asks the proxy for an address and reads the answer to its end.</summary>
    private static string Fetch(string authority) =>
        "USERINFO=${PROXY#http://}; PORT=${PROXY##*:}; exec 3<>/dev/tcp/127.0.0.1/$PORT; "
        + $"printf 'GET http://{authority}/ HTTP/1.1\\r\\nProxy-Authorization: Basic %s\\r\\n\\r\\n' \"$(printf %s \"${{USERINFO%@*}}\" | base64 -w0)\" >&3; cat <&3 >/dev/null";

    private static Task<YtDlpAnswer> RunAsync(FakeYtDlp program, YtDlpRequest request, Action<YtDlpOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = new YtDlpOptions { Executable = program.Program, MaxEntries = 7 };
        configure?.Invoke(options);
        return new YtDlpRunner(options, Dns.GetHostAddressesAsync, clock ?? TimeProvider.System).RunAsync(request, CancellationToken.None);
    }

    /// <summary>The process id that a script noted, once it is there.</summary>
    private static async Task<int> StartedAsync(string file)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(file)!);
        watcher.Renamed += (_, _) => there.TrySetResult();
        watcher.EnableRaisingEvents = true;
        if (!File.Exists(file))
        {
            await there.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        return int.Parse(await File.ReadAllTextAsync(file), null);
    }

    private static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
}
