using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>A <c>trendgrains serve</c> as a process.</summary>
internal sealed partial class Serve : IAsyncDisposable
{
    private const int Terminate = 15;
    private const string Announcement = "listening on ";
    private const string EarlyAnnouncement = "starting on ";
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly StringBuilder written = new();
    private readonly TaskCompletionSource<string> starting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Serve(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Written
    {
        get
        {
            lock (written)
            {
                return written.ToString();
            }
        }
    }

    public static async Task<Serve> StartAsync(Executable executable)
    {
        var serve = Begin(executable);
        await serve.ListeningAsync();
        return serve;
    }

    /// <summary>Starts without waiting until it can work.</summary>
    public static Serve Begin(Executable executable) => new(executable.Start("serve"));

    public Task<string> ListeningAsync() => WaitAsync(listening.Task, "to listen");

    public Task<string> StartingAsync() => WaitAsync(starting.Task, "to start");

    public async Task<string> GetAsync(string path)
    {
        using var answer = await client.GetAsync(await starting.Task + path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>An answer that goes on, from its first byte.</summary>
    public async Task<Stream> OpenAsync(string path) => await client.GetStreamAsync(await starting.Task + path);

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await client.GetAsync(await starting.Task + path);
        return answer.StatusCode;
    }

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        Assert.Equal(0, Kill(process.Id, Terminate));
        await process.WaitForExitAsync().WaitAsync(patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        client.Dispose();
    }

    private async Task<string> WaitAsync(Task<string> announced, string what)
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(announced, ended, Task.Delay(patience)) != announced)
        {
            throw new TimeoutException($"serve {(ended.IsCompleted ? "ended" : "took too long")} while waiting for it {what}; it wrote:\n{Written}");
        }

        return await announced;
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (written)
        {
            written.AppendLine(line);
        }

        if (line.StartsWith(Announcement, StringComparison.Ordinal))
        {
            listening.TrySetResult(line[Announcement.Length..]);
        }
        else if (line.StartsWith(EarlyAnnouncement, StringComparison.Ordinal))
        {
            starting.TrySetResult(line[EarlyAnnouncement.Length..]);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
