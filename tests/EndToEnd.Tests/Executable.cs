using System.Diagnostics;
using System.Text;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>The built <c>trendgrains</c>, run as a user runs it. Every run folder is the test's own, so that tests never meet.</summary>
internal sealed class Executable(string? database, string runFolder)
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    /// <summary>TRENDGRAINS_EXECUTABLE, else by place: artifacts/VARIANT/bin/EndToEnd.Tests/CONFIGURATION lies beside artifacts/VARIANT/bin/TrendGrains/CONFIGURATION.</summary>
    private static string Path { get; } = FindExecutable();

    /// <summary>Runs to the end.</summary>
    public async Task<Outcome> RunAsync(string[] arguments, string? input = null)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"trendgrains {string.Join(' ', arguments)} did not end within {patience}; it wrote: {await output} {await errors}");
        }

        return new Outcome(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts and lets run.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TRENDGRAINS_RUN_DIR"] = runFolder;
        start.Environment.Remove("TRENDGRAINS_DATABASE");
        if (database is not null)
        {
            start.Environment["TRENDGRAINS_DATABASE"] = database;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{Path} did not start.");
    }

    private static string FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("TRENDGRAINS_EXECUTABLE") is { Length: > 0 } named)
        {
            return named;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        var path = System.IO.Path.Combine(folder.Parent!.Parent!.FullName, "TrendGrains", folder.Name, "trendgrains");
        return File.Exists(path) ? path : throw new FileNotFoundException($"Build src/TrendGrains first: {path} is missing.");
    }
}

/// <summary>How a run ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
