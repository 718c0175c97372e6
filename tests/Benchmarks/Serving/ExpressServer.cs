using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using TrendGrains.TestKit;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>The rival: Express and onnxruntime-node with one model, asked over loopback with connections kept open.</summary>
internal sealed class ExpressServer : IAsyncDisposable
{
    private static readonly MediaTypeHeaderValue json = new("application/json");

    private readonly Process process;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 256, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) });
    private readonly Uri address;
    private readonly byte[][] requests;

    private ExpressServer(Process process, Uri address, byte[][] requests) => (this.process, this.address, this.requests) = (process, address, requests);

    private static string Folder { get; } = Path.Combine(Checkout.Root, ".local", "model-server");

    public Process Process => process;

    /// <summary>Null where the packages or node are not there.</summary>
    public static async Task<ExpressServer?> StartAsync(ServedModel model, int items, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "onnxruntime-node")))
        {
            return null;
        }

        var process = Process.Start(new ProcessStartInfo("node", ["server.mjs", model.OnnxPath]) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        var port = await process.StandardOutput.ReadLineAsync(cancellationToken);
        var requests = Enumerable.Range(0, items).Select(i => Encoding.UTF8.GetBytes(model.Tensors(i).ToJsonString())).ToArray();
        return new ExpressServer(process, new Uri($"http://127.0.0.1:{port}/run"), requests);
    }

    public async Task AskAsync(int item)
    {
        using var content = new ByteArrayContent(requests[item % requests.Length]);
        content.Headers.ContentType = json;
        using var response = await client.PostAsync(address, content);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
