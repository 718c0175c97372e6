using System.Diagnostics;
using System.Text.Json;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>A process beside this one that says one line of JSON and ends when its input does, or with its work.</summary>
internal sealed class SideProcess : IAsyncDisposable
{
    private readonly Process process;

    private SideProcess(Process process) => this.process = process;

    /// <summary>This benchmark's executable in another role.</summary>
    public static SideProcess StartSelf(params string[] arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll");

        // As the product runs: a server's collector would trade memory for speed.
        return Start("dotnet", [dll, .. arguments], ("DOTNET_gcServer", "0"));
    }

    public static SideProcess Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new SideProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    public async Task<T> ReadAsync<T>(CancellationToken cancellationToken)
    {
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return line is null
            ? throw new InvalidOperationException($"'{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList.Take(2))}' ended without an answer.")
            : JsonSerializer.Deserialize<T>(line)!;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
