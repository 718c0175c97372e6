using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using TrendGrains.Press.Hosting;
using TrendGrains.TestKit;

namespace TrendGrains.Press.Tests.Serving;

public sealed class PressCommandTests
{
    [Theory]
    [InlineData("--speed", "0")]
    [InlineData("--hours", "0")]
    [InlineData("--start", "yesterday")]
    [InlineData("--port", "70000")]
    [InlineData("--seed", "seven")]
    [InlineData("--bogus", "1")]
    public async Task Wrong_usage_is_refused_before_anything_starts(string option, string value) => Assert.Equal(2, await PressCommand.RunAsync([option, value]));

    [Fact]
    public async Task A_port_that_is_taken_is_a_failure_and_not_another_port()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        Assert.Equal(1, await PressCommand.RunAsync(["--hours", "6", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}"]));
    }

    [Fact]
    public async Task The_executable_says_where_it_listens_once_it_does()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(PressHost).Assembly.Location, "--seed", "3", "--hours", "12", "--frozen"]) { RedirectStandardOutput = true })!;
        try
        {
            var note = await NoteAsync(process.StandardOutput, patience.Token);
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

            Assert.Equal("ok\n", await client.GetStringAsync(new Uri(note.GetProperty("sideDoor").GetString() + "healthz"), patience.Token));
            Assert.Equal(3, note.GetProperty("seed").GetInt32());
            Assert.True(note.GetProperty("outlets").GetArrayLength() >= 8);
            foreach (var outlet in note.GetProperty("outlets").EnumerateArray().Where(o => o.GetProperty("language").GetString() == "ko"))
            {
                using var robots = await client.GetAsync(new Uri(outlet.GetProperty("baseUrl").GetString() + "robots.txt"), patience.Token);
                Assert.Equal(HttpStatusCode.OK, robots.StatusCode);
            }
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public void Beside_the_present_the_world_begins_two_days_ago_and_goes_on_for_its_length()
    {
        var present = new DateTimeOffset(2026, 3, 3, 12, 34, 56, TimeSpan.Zero);
        var schedule = PressSchedule.For(new PressOptions { UntilPresent = true, Length = TimeSpan.FromHours(24) }, new ManualTimeProvider(present));

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), schedule.Start);
        Assert.True(schedule.Start + schedule.Length >= present.AddHours(24));
        Assert.Equal(TimeSpan.FromHours(12), schedule.Already);
    }

    [Fact]
    public void Away_from_the_present_the_world_begins_when_it_is_told_to()
    {
        var start = new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(9));
        var schedule = PressSchedule.For(new PressOptions { Start = start, Length = TimeSpan.FromHours(24) }, new ManualTimeProvider());

        Assert.Equal((start, TimeSpan.FromHours(24), TimeSpan.Zero), (schedule.Start, schedule.Length, schedule.Already));
    }

    [Fact]
    public async Task Two_hosts_of_a_seed_tell_the_same_truth()
    {
        var options = new PressOptions { Seed = 5, Length = TimeSpan.FromHours(24), Frozen = true };
        await using var first = await PressHost.StartAsync(options, new ManualTimeProvider(), CancellationToken.None);
        await using var second = await PressHost.StartAsync(options, new ManualTimeProvider(), CancellationToken.None);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        Assert.Equal(await PlainTruthAsync(client, first), await PlainTruthAsync(client, second));
    }

    /// <summary>Without the ports, in which two hosts must differ.</summary>
    private static async Task<string> PlainTruthAsync(HttpClient client, PressHost host)
    {
        var truth = await client.GetStringAsync(new Uri(host.SideDoor, "/truth"));
        return host.Note.Outlets.Aggregate(truth, (text, outlet) => text.Replace(outlet.BaseUrl, $"http://{outlet.Slug}/", StringComparison.Ordinal));
    }

    private static async Task<JsonElement> NoteAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var json = new StringBuilder();
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            json.AppendLine(line);
            if (line == "}")
            {
                return JsonDocument.Parse(json.ToString()).RootElement;
            }
        }

        throw new InvalidOperationException($"The press ended after saying: {json}");
    }
}
