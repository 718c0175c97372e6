using System.Runtime.CompilerServices;

namespace TrendGrains.StandIns.Orleans.Tests.Hosting;

/// <summary>No test hangs: what does not happen is named.</summary>
internal static class Waiting
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    public static async Task Within(this Task task, string what, [CallerMemberName] string test = "")
    {
        try
        {
            await task.WaitAsync(s_limit);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Assert.Fail($"{test}: after {s_limit} this had not happened: {what}.");
        }
    }

    public static async Task<T> Within<T>(this Task<T> task, string what, [CallerMemberName] string test = "")
    {
        await ((Task)task).Within(what, test);
        return await task;
    }
}
