using TrendGrains.StandIns.Orleans.Tests.Calls;

namespace TrendGrains.StandIns.Orleans.Tests.Serialization;

/// <summary>Keeps what it is given, so that a test sees who else can change it.</summary>
public interface IKeeperGrain : IGrainWithStringKey
{
    Task KeepAsync(List<int> numbers);

    Task<List<int>> KeptAsync();

    Task<bool> IsSameAsync(FixedList list);

    Task<Note> EchoAsync(Note note);

    Task<Point> EchoPointAsync(Point point);

    Task<Span> EchoSpanAsync(Span span);

    Task<object?> EchoObjectAsync(object? value);

    Task<IReadOnlyList<Note>> EchoListAsync(IReadOnlyList<Note> notes);

    Task<Holder> AnswerUnmarkedAsync();

    Task<string> CallAsync(IEchoGrain other);
}

public sealed class KeeperGrain : Grain, IKeeperGrain
{
    /// <summary>For a test to compare references with.</summary>
    internal static object? Sent { get; set; }

    private List<int> _numbers = [];

    public Task KeepAsync(List<int> numbers)
    {
        _numbers = numbers;
        return Task.CompletedTask;
    }

    public Task<List<int>> KeptAsync() => Task.FromResult(_numbers);

    public Task<bool> IsSameAsync(FixedList list) => Task.FromResult(ReferenceEquals(list, Sent));

    public Task<Note> EchoAsync(Note note) => Task.FromResult(note);

    public Task<Point> EchoPointAsync(Point point) => Task.FromResult(point);

    public Task<Span> EchoSpanAsync(Span span) => Task.FromResult(span);

    public Task<object?> EchoObjectAsync(object? value) => Task.FromResult(value);

    public Task<IReadOnlyList<Note>> EchoListAsync(IReadOnlyList<Note> notes) => Task.FromResult(notes);

    public Task<Holder> AnswerUnmarkedAsync() => Task.FromResult(new Holder { Content = new Unmarked() });

    public Task<string> CallAsync(IEchoGrain other) => other.SayAsync("through a reference");
}

/// <summary>A contract that cannot be called: its parameter has no copier.</summary>
public interface IUnmarkedGrain : IGrainWithStringKey
{
    Task TakeAsync(Unmarked unmarked);
}

/// <summary>The parameter has a copier, a part of it has none.</summary>
public interface IUnmarkedPartGrain : IGrainWithStringKey
{
    Task TakeAsync(List<Unmarked> unmarked);
}

public sealed class UnmarkedGrain : Grain, IUnmarkedGrain, IUnmarkedPartGrain
{
    public Task TakeAsync(Unmarked unmarked) => Task.CompletedTask;

    public Task TakeAsync(List<Unmarked> unmarked) => Task.CompletedTask;
}
