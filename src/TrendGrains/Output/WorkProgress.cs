using Spectre.Console;

namespace TrendGrains.Output;

/// <summary>How far long work is, on standard error: a bar on a terminal, a plain line now and then elsewhere.</summary>
internal static class WorkProgress
{
    private static readonly TimeSpan plainPause = TimeSpan.FromSeconds(5);

    /// <summary>Runs the work and lets it report (done, total, words); total 0 means unknown.</summary>
    public static async Task RunAsync(string title, Func<Action<int, int, string>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(PlainLines(title));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                await work((done, total, words) =>
                {
                    task.IsIndeterminate = total == 0;
                    task.MaxValue = Math.Max(1, total);
                    task.Value = Math.Min(done, task.MaxValue);
                    task.Description = Markup.Escape($"{title} {words}");
                });
            });
    }

    private static Action<int, int, string> PlainLines(string title)
    {
        var last = 0L;
        return (done, total, words) =>
        {
            if (last != 0 && TimeProvider.System.GetElapsedTime(last) < plainPause && done != total)
            {
                return;
            }

            last = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"{title} {words}");
        };
    }
}
