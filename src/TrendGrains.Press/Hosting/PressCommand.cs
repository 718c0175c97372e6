using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using TrendGrains.Press.Clock;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Hosting;

/// <summary><c>trendgrains-press</c>: serves a world until it is stopped. Exit codes: 0 stopped, 1 failed, 2 wrong usage.</summary>
internal static class PressCommand
{
    private static readonly Option<int> seed = new("--seed") { Description = "Decides the world; 1-99 are for development, 100 and up for final scoring.", DefaultValueFactory = _ => 7 };
    private static readonly Option<DateTimeOffset?> start = new("--start") { Description = "When the world begins, ISO 8601 (default 2026-01-05T00:00Z; with --until-present two days ago).", CustomParser = Moment };
    private static readonly Option<double> hours = new("--hours") { Description = "How long it goes on; with --until-present, beyond the present.", DefaultValueFactory = _ => 48 };
    private static readonly Option<double?> already = new("--already") { Description = "Hours that are published when the clock begins (default 0; with --until-present 12)." };
    private static readonly Option<double> speed = new("--speed") { Description = "Simulated seconds a real second.", DefaultValueFactory = _ => 60 };
    private static readonly Option<bool> frozen = new("--frozen") { Description = "The clock stands until POST /clock moves it." };
    private static readonly Option<bool> untilPresent = new("--until-present") { Description = "Hurry to the real present, then go along with it: nothing carries a time of the future." };
    private static readonly Option<int> stories = new("--stories") { Description = "Scripted stories a day.", DefaultValueFactory = _ => WorldSize.Usual.StoriesPerDay };
    private static readonly Option<int> items = new("--items") { Description = "Publications a day, about.", DefaultValueFactory = _ => WorldSize.Usual.ItemsPerDay };
    private static readonly Option<SiteShapes[]> shapes = new("--shapes") { Description = "Outlets beside the usual ones: archive (years of back issues), portal (listings above all).", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> port = new("--port") { Description = "Port of the side door; the outlets follow one by one (default: free ports)." };
    private static readonly Option<string?> ready = new("--ready") { Description = "Write the addresses to this file, as a whole, once all listen; else they go to standard output." };
    private static readonly Option<bool> noFaults = new("--no-faults") { Description = "No slow host and no failing one." };

    public static async Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("A pretend press on loopback: news sites, forums and video channels whose truth is known. Everything in it is made up.")
        {
            seed, start, hours, already, speed, frozen, untilPresent, stories, items, shapes, port, ready, noFaults,
        };
        Bound(hours, 1, 24 * 400);
        Bound(speed, 0.001, PressClock.FastestSpeed);
        Bound(stories, 1, 2_000);
        Bound(items, 1, 200_000);
        Bound(port, 0, 65_000);
        command.SetAction(ServeAsync);
        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"trendgrains-press: {error.Message}");
            }

            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception error) when (error is IOException or SocketException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"trendgrains-press: {error.Message}");
            return 1;
        }
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var stop = new StopSignals();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, cancellationToken);
        await using var host = await PressHost.StartAsync(Read(parsed), TimeProvider.System, either.Token);
        await AnnounceAsync(host.Note, parsed.GetValue(ready));
        var stopped = new TaskCompletionSource();
        await using var registration = either.Token.Register(stopped.SetResult);
        await stopped.Task;
        return 0;
    }

    private static PressOptions Read(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(seed),
        Start = parsed.GetValue(start),
        Length = TimeSpan.FromHours(parsed.GetValue(hours)),
        Already = parsed.GetValue(already) is { } published ? TimeSpan.FromHours(published) : null,
        Size = new WorldSize(parsed.GetValue(stories), parsed.GetValue(items)),
        Shapes = (parsed.GetValue(shapes) ?? []).Aggregate(SiteShapes.None, (all, shape) => all | shape),
        Speed = parsed.GetValue(speed),
        Frozen = parsed.GetValue(frozen),
        UntilPresent = parsed.GetValue(untilPresent),
        Port = parsed.GetValue(port),
        Faults = !parsed.GetValue(noFaults),
    };

    /// <summary>Who waits for the file sees it whole or not at all.</summary>
    private static async Task AnnounceAsync(ReadyNote note, string? file)
    {
        var json = JsonSerializer.Serialize(note, new JsonSerializerOptions(PressJson.Options) { WriteIndented = true });
        if (file is null)
        {
            await Console.Out.WriteLineAsync(json);
            return;
        }

        var draft = $"{file}.{Environment.ProcessId}.tmp";
        await File.WriteAllTextAsync(draft, json + "\n");
        File.Move(draft, file, overwrite: true);
    }

    private static void Bound<T>(Option<T> option, T least, T most)
        where T : IComparable<T> => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<T>() is { } value && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: {value} is not between {least} and {most}."));
        }
    });

    private static DateTimeOffset? Moment(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        result.AddError($"--start: '{text}' is not an ISO 8601 moment.");
        return null;
    }
}
