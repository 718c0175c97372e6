using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TrendGrains.Crawling.Processes;

/// <summary>Runs a program to its end or to the first limit it passes; then it and all it started are killed. No shell is involved.</summary>
internal static class BoundedProcess
{
    /// <summary>The last that a program says on its error stream is what a person needs.</summary>
    private const int ErrorTail = 4096;

    /// <param name="start">Program, arguments and environment; the streams are set here.</param>
    /// <param name="enough">Ends the run from outside when it completes, e.g. a spent budget.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the program is dead by then.</exception>
    public static async Task<ProcessOutcome> RunAsync(
        ProcessStartInfo start, ProcessLimits limits, Task enough, TimeProvider clock, CancellationToken cancellationToken)
    {
        (start.UseShellExecute, start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true, true);
        using var late = new CancellationTokenSource(limits.Time, clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var end = ProcessEnd.Exited;
        var output = new MemoryStream();
        var error = ReadTailAsync(process.StandardError.BaseStream, over.Token);
        try
        {
            process.StandardInput.Close();
            var reading = ReadAsync(process.StandardOutput.BaseStream, output, limits.OutputBytes, over.Token);
            if (await Task.WhenAny(reading, enough) == enough)
            {
                end = ProcessEnd.Stopped;
            }
            else if (!await reading)
            {
                end = ProcessEnd.TooMuchOutput;
            }
            else
            {
                await process.WaitForExitAsync(over.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            end = ProcessEnd.OutOfTime;
        }
        finally
        {
            await KillAsync(process);
            await over.CancelAsync();
        }

        return new ProcessOutcome(end, end == ProcessEnd.Exited ? process.ExitCode : null, output.ToArray(), await error);
    }

    private static async Task KillAsync(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in between.
        }
    }

    /// <summary>False when there was more than <paramref name="most"/> bytes.</summary>
    private static async Task<bool> ReadAsync(Stream from, MemoryStream to, int most, CancellationToken cancellationToken)
    {
        var block = new byte[32 * 1024];
        while (await from.ReadAsync(block, cancellationToken) is var read and > 0)
        {
            to.Write(block, 0, Math.Min(read, most - (int)to.Length));
            if (to.Length >= most)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<string> ReadTailAsync(Stream from, CancellationToken cancellationToken)
    {
        var (tail, block) = (new byte[ErrorTail], new byte[ErrorTail]);
        var length = 0;
        try
        {
            while (await from.ReadAsync(block, cancellationToken) is var read and > 0)
            {
                var kept = Math.Min(length, ErrorTail - read);
                tail.AsSpan(length - kept, kept).CopyTo(tail);
                block.AsSpan(0, read).CopyTo(tail.AsSpan(kept));
                length = kept + read;
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // What it said until it was killed is enough.
        }

        return Encoding.UTF8.GetString(tail, 0, length);
    }
}

/// <summary>How long a program may run and how much it may say.</summary>
internal sealed record ProcessLimits(TimeSpan Time, int OutputBytes);

/// <summary>How a program ended, and what it said; the exit code where it ended by itself.</summary>
internal sealed record ProcessOutcome(ProcessEnd End, int? ExitCode, byte[] Output, string ErrorTail);

internal enum ProcessEnd
{
    Exited,
    OutOfTime,
    TooMuchOutput,
    Stopped,
}
