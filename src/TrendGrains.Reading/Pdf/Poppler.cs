using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace TrendGrains.Reading.Pdf;

/// <summary>
/// Runs poppler's pdfinfo and pdftotext, each once, without a shell. A PDF is foreign input to a large C++ library, so a run is bounded in
/// time, output, processor seconds and (where util-linux's prlimit is there) address space; past a bound it is killed with all it started.
/// </summary>
internal sealed class Poppler(string? searched, TimeSpan limit)
{
    private const long MostMemory = 1_536L * 1024 * 1024;
    private const int LongestFacts = 256 * 1024;
    private const int LongestLayout = 64 * 1024 * 1024;

    /// <summary>So many run at once in a process; the bounds of one are generous.</summary>
    private const int MostAtOnce = 2;

    private static readonly SemaphoreSlim places = new(MostAtOnce);

    /// <summary>The programs that PATH has.</summary>
    public static Poppler OfPath { get; } = new(Environment.GetEnvironmentVariable("PATH"), TimeSpan.FromSeconds(20));

    /// <summary>The folders looked through; a relative one would find whatever lies in the current folder.</summary>
    private readonly string[] folders = [.. (searched ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted)];

    public bool IsThere => Find("pdfinfo") is not null && Find("pdftotext") is not null;

    public PopplerRun Facts(string file) => Run("pdfinfo", LongestFacts, "-enc", "UTF-8", "-rawdates", file);

    /// <summary>The words of the first pages with their boxes, in poppler's blocks and in its reading order.</summary>
    public PopplerRun Layout(string file, int pages) =>
        Run("pdftotext", LongestLayout, "-q", "-enc", "UTF-8", "-bbox-layout", "-l", pages.ToString(CultureInfo.InvariantCulture), file, "-");

    private string? Find(string name) => folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private PopplerRun Run(string name, int mostBytes, params ReadOnlySpan<string> arguments)
    {
        places.Wait();
        try
        {
            return RunAtOnce(name, mostBytes, arguments);
        }
        finally
        {
            places.Release();
        }
    }

    private PopplerRun RunAtOnce(string name, int mostBytes, ReadOnlySpan<string> arguments)
    {
        using var process = new Process { StartInfo = Start(Find(name)!, arguments) };
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, line) => said.Append(said.Length < 2000 ? line.Data + "\n" : "");
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            return new PopplerRun(PopplerEnd.DidNotStart, null, default, $"{name} does not start: {fault.Message}");
        }

        process.StandardInput.Close();
        process.BeginErrorReadLine();
        var end = PopplerEnd.Exited;
        using var output = new MemoryStream();
        using (TimeProvider.System.CreateTimer(_ => { end = PopplerEnd.OutOfTime; Kill(process); }, null, limit, Timeout.InfiniteTimeSpan))
        {
            // A killed process closes its end of the pipe, so this ends in time too.
            if (!Read(process.StandardOutput.BaseStream, output, mostBytes))
            {
                end = PopplerEnd.TooMuchOutput;
                Kill(process);
            }

            process.WaitForExit();
        }

        return new PopplerRun(end, process.ExitCode, output.GetBuffer().AsMemory(0, (int)output.Length), said.ToString());
    }

    private ProcessStartInfo Start(string program, ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            FileName = Find("prlimit") ?? program,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C.UTF-8";
        // prlimit becomes the program, so it is one process all the same.
        if (start.FileName != program)
        {
            start.ArgumentList.Add($"--as={MostMemory}");
            start.ArgumentList.Add($"--cpu={Math.Ceiling(limit.TotalSeconds) + 1:0}");
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>False when there was more than <paramref name="most"/> bytes.</summary>
    private static bool Read(Stream from, MemoryStream to, int most)
    {
        var block = new byte[64 * 1024];
        while (from.Read(block) is var read and > 0)
        {
            to.Write(block, 0, Math.Min(read, most - (int)to.Length));
            if (to.Length >= most)
            {
                return false;
            }
        }

        return true;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Nothing may leave a timer's call.")]
    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception)
        {
            // It ended by itself in between, or one of what it started did not let itself be killed (an AggregateException). In a timer's call any
            // exception would end the server, and prlimit ends what still runs.
        }
    }
}

internal enum PopplerEnd
{
    Exited,
    OutOfTime,
    TooMuchOutput,
    DidNotStart,
}

/// <summary>How a program ended, and what it said until then.</summary>
internal sealed record PopplerRun(PopplerEnd End, int? ExitCode, ReadOnlyMemory<byte> Output, string Said);
