using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Egress;

/// <summary>
/// The one way to the network of a program that we did not write: a proxy on loopback for one run, which makes every connection itself
/// and checks the resolved address as it connects, as <see cref="PageFetcher"/> does. The password keeps the machine's other users out.
/// </summary>
internal sealed class EgressProxy : IAsyncDisposable
{
    private const string User = "egress";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly string password = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly SemaphoreSlim room;
    private readonly EgressRules rules;
    private readonly NameResolver resolve;
    private readonly TimeProvider clock;
    private readonly Task running;

    private EgressProxy(EgressRules rules, NameResolver resolve, TimeProvider clock)
    {
        (this.rules, this.resolve, this.clock) = (rules, resolve, clock);
        room = new SemaphoreSlim(rules.MaxAtOnce);
        Meter = new EgressMeter(rules);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        running = AcceptAsync();
    }

    public int Port { get; }

    public EgressMeter Meter { get; }

    /// <summary>Without the password, e.g. <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>With user and password, as command lines want it.</summary>
    public string AddressWithPassword => $"http://{User}:{password}@127.0.0.1:{Port}";

    public NetworkCredential Credentials => new(User, password);

    public static EgressProxy Start(EgressRules rules, NameResolver resolve, TimeProvider clock) => new(rules, resolve, clock);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        room.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var spent = Meter.Spent.ContinueWith(_ => open.Cancel(), stop.Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var authorization = $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{User}:{password}"))}";
        var session = new ProxySession(new CheckedConnector(rules.AllowPrivate, rules.ConnectTimeout, resolve, clock), rules, Meter, authorization, clock);
        var sessions = new HashSet<Task>();
        try
        {
            while (true)
            {
                await room.WaitAsync(open.Token);
                var client = await listener.AcceptSocketAsync(open.Token);
                sessions.RemoveWhere(s => s.IsCompleted);
                sessions.Add(ServeAsync(session, client, open.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The run is over, or its budget.
        }

        listener.Stop();
        await open.CancelAsync();
        await Task.WhenAll(sessions);
        await spent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync(ProxySession session, Socket client, CancellationToken cancellationToken)
    {
        // Off the accepting loop at once: parsing and refusing are this connection's business.
        await Task.Yield();
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            // A connection taken just before the listener stops is too late as well.
            if (!Meter.Spent.IsCompleted && Meter.TryConnect())
            {
                await session.RunAsync(stream, cancellationToken);
            }
        }
        catch (Exception)
        {
            // It hung up, or the run is over, or it asked for what nobody thought of: that ends this connection and no other.
        }
        finally
        {
            room.Release();
        }
    }
}
