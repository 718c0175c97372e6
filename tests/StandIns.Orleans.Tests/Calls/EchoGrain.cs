namespace TrendGrains.StandIns.Orleans.Tests.Calls;

public interface IEchoGrain : IGrainWithStringKey
{
    Task<string> SayAsync(string word);

    ValueTask<int> AddAsync(int left, int right);

    ValueTask DoneAsync();

    Task FailAsync(string message);

    Task<int> FailEarlyAsync();

    Task<string> WhoAmIAsync();

    Task<bool> ReceivedAfterCancellationAsync(CancellationToken cancellationToken);
}

public sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<string> SayAsync(string word) => Task.FromResult(word);

    public async ValueTask<int> AddAsync(int left, int right)
    {
        await Task.Yield();
        return left + right;
    }

    public ValueTask DoneAsync() => ValueTask.CompletedTask;

    public async Task FailAsync(string message)
    {
        await Task.Yield();
        throw new OddException(message);
    }

    public Task<int> FailEarlyAsync() => throw new OddException("before any await");

    public Task<string> WhoAmIAsync() => Task.FromResult($"{GrainContext.GrainId} {this.GetPrimaryKeyString()}");

    public async Task<bool> ReceivedAfterCancellationAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
        await cancelled.Task;
        return true;
    }
}

public sealed class OddException(string message) : Exception(message);
