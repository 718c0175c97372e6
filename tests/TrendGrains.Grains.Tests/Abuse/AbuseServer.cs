using System.Net;
using System.Net.Sockets;
using System.Text;
using TrendGrains.Grains.Tests.Hosting;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>A site of two honest pages and one hostile place. Each connection carries one request, so that nothing is left over for the next.</summary>
internal sealed class AbuseServer : IAsyncDisposable
{
    private const char TlsHandshake = (char)0x16;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly AbuseRow row;
    private readonly Task running;
    private long sent;

    public AbuseServer(AbuseRow row)
    {
        this.row = row;
        listener.Start();
        running = RunAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Bytes that went out, as far as the other side took them.</summary>
    public long Sent => Interlocked.Read(ref sent);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        listener.Stop();
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // The test is over.
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await ReadHeadAsync(stream);
                var path = head.Split(' ') is [_, var target, ..] ? target : "/";
                var host = head.Split("\r\n").FirstOrDefault(l => l.StartsWith("Host: ", StringComparison.OrdinalIgnoreCase))?[6..] ?? $"127.0.0.1:{Port}";
                await AnswerAsync(new AbuseAnswer(stream, path, host, count => Interlocked.Add(ref sent, count), stop.Token));

                // The other side may still read: a close with its request unread would be a reset.
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The fetcher hung up, as it should on most of these.
            }
        }
    }

    private Task AnswerAsync(AbuseAnswer answer) => answer.Path switch
    {
        "/robots.txt" when row.Way == AbuseWay.Robots => row.Answer(answer),
        "/robots.txt" when row.Way == AbuseWay.Sitemap => answer.AnswerAsync($"Sitemap: {answer.Site}hostile", "text/plain"),
        "/" when row.Way == AbuseWay.Entry => answer.AnswerAsync(
            $"<rss version=\"2.0\"><channel><title>t</title><item><link>{answer.Site}hostile</link></item><item><link>{answer.Site}honest</link></item></channel></rss>",
            "application/rss+xml"),
        "/" => answer.AnswerAsync(Front()),
        "/honest" => answer.AnswerAsync(Pages.Html("honest")),
        var path when path.StartsWith("/hostile", StringComparison.Ordinal) => row.Answer(answer),
        _ => answer.AnswerAsync("", status: "404 Not Found"),
    };

    private string Front() => Pages.Html("front", row.Way == AbuseWay.Link ? $"{row.Links} <a href='/honest'>y</a>" : "<a href='/honest'>y</a>")
        .Replace("</head>", row.Way == AbuseWay.Feed ? "<link rel='alternate' type='application/rss+xml' href='/hostile'></head>" : "</head>", StringComparison.Ordinal);

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!(head.Length > 3 && head.ToString(head.Length - 4, 4) == "\r\n\r\n") && await stream.ReadAsync(one, stop.Token) == 1)
        {
            head.Append((char)one[0]);
            if (head[0] == TlsHandshake)
            {
                throw new IOException("This server speaks no TLS.");
            }
        }

        return head.ToString();
    }
}
