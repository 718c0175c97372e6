using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using TrendGrains.Press.Clock;
using TrendGrains.Press.SideDoor;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Hosting;

/// <summary>A running press: one process, a listener on loopback for the side door and one for each outlet.</summary>
public sealed class PressHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly AddressBook book;

    private PressHost(WebApplication application, PressWorld world, PressClock clock, AddressBook book, ReadyNote note)
    {
        this.application = application;
        this.book = book;
        World = world;
        Clock = clock;
        Note = note;
    }

    public PressWorld World { get; }
    public PressClock Clock { get; }

    /// <summary>Addresses and what to add as sources.</summary>
    public ReadyNote Note { get; }

    public Uri SideDoor => new(Note.SideDoor);

    /// <summary>An outlet's first page.</summary>
    public Uri AddressOf(string outlet) => new(book.RootOf(outlet) + "/");

    /// <summary>Where a publication stands, whether it is published yet or not.</summary>
    public Uri UrlOf(Publication publication) => new(book.UrlOf(publication));

    /// <summary>What a URL of this press is at the clock's time, whoever asks; the truth, and no request.</summary>
    public PressPage PageAt(Uri url) =>
        PressReader.Read(book.Sites.First(s => book.RootOf(s.Key) == url.GetLeftPart(UriPartial.Authority)).Value, url, Clock.Now);

    /// <summary>Makes the world that the options describe and serves it.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static Task<PressHost> StartAsync(PressOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var schedule = PressSchedule.For(options, time);
        return StartAsync(WorldBuilder.Build(options.Seed, schedule.Start, schedule.Length, options.Size).With(options.Shapes), options with { Already = schedule.Already }, time, cancellationToken);
    }

    /// <summary>Serves the world given; of the options, those of the clock, the port and the faults count.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<PressHost> StartAsync(PressWorld world, PressOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var clock = new PressClock(time, world.Start + (options.Already ?? TimeSpan.Zero), options.Speed, options.Frozen, options.UntilPresent);
        var doors = new Doors(options.Heard);
        var (application, ports) = Listen(world, options, doors);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        var roots = world.Outlets.Zip(ports.Skip(1)).ToDictionary(p => p.First.Slug, p => RootOf(p.Second));
        var book = Stage.Build(world, roots);
        var ledger = new RequestLedger();
        var note = new ReadyNote(world.Seed, world.Start, world.Start + world.Length, RootOf(ports[0]) + "/", [.. world.Outlets.Select(o => Describe(o, book))]);
        var sideDoor = new SideDoorSite(world, new Truth(world, book), clock, ledger, note);
        var byPort = world.Outlets.Zip(ports.Skip(1)).ToDictionary(
            p => p.Second.IPEndPoint!.Port,
            p => (RequestDelegate)new OutletCounter(p.First, book.Sites[p.First.Slug], clock, ledger, options.Faults, time).ServeAsync);
        byPort.Add(ports[0].IPEndPoint!.Port, sideDoor.ServeAsync);
        doors.Open(byPort);
        return new PressHost(application, world, clock, book, note);
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing is lost with a request that is cut off here.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await application.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
        }

        await application.DisposeAsync();
    }

    private static (WebApplication Application, ListenOptions[] Ports) Listen(PressWorld world, PressOptions options, Doors doors)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        var ports = new ListenOptions[world.Outlets.Length + 1];
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            for (var i = 0; i < ports.Length; i++)
            {
                var slot = i;
                kestrel.Listen(IPAddress.Loopback, options.Port == 0 ? 0 : options.Port + i, listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    ports[slot] = listen;
                });
            }
        });
        var application = builder.Build();
        application.Run(doors.EnterAsync);
        return (application, ports);
    }

    /// <summary>Kestrel puts the port that it was given into the options once it listens.</summary>
    private static string RootOf(ListenOptions listening) => $"http://127.0.0.1:{listening.IPEndPoint!.Port}";

    private static OutletNote Describe(Outlet outlet, AddressBook book)
    {
        var sources = book.Sites[outlet.Slug].Sources();
        return new(outlet.Slug, outlet.Name, outlet.Language, outlet.Kind.ToString().ToLowerInvariant(), book.RootOf(outlet.Slug) + "/", sources[0], sources);
    }

    /// <summary>Which port is whose is known only once all listen; who comes before that waits outside.</summary>
    private sealed class Doors(Action<string>? heard)
    {
        private readonly TaskCompletionSource<IReadOnlyDictionary<int, RequestDelegate>> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open(IReadOnlyDictionary<int, RequestDelegate> byPort) => opened.SetResult(byPort);

        public async Task EnterAsync(HttpContext context)
        {
            heard?.Invoke(context.Request.Path);
            var byPort = await opened.Task.WaitAsync(context.RequestAborted);
            await byPort[context.Connection.LocalPort](context);
        }
    }
}
