using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using TrendGrains.TestKit;
using TrendGrains.Web.Trends;

namespace TrendGrains.Web.Tests.Trends;

public sealed class LiveBoardTests : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider clock = new(Samples.Noon);
    private readonly Channel<long> changes = Channel.CreateUnbounded<long>();
    private readonly Channel<int> readings = Channel.CreateUnbounded<int>();
    private readonly LiveBoard board;
    private int reads;
    private BoardView view = Samples.View(Samples.Trend());

    public LiveBoardTests() => board = new LiveBoard(Read, Changes, clock, NullLogger<LiveBoard>.Instance);

    public Task InitializeAsync() => board.StartAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await board.StopAsync(CancellationToken.None);
        board.Dispose();
    }

    [Fact]
    public async Task A_change_reaches_every_viewer_and_is_rendered_once()
    {
        var (first, second) = (Join(), Join());
        await ReadingAsync(1);
        Assert.Contains("Storm", await NextAsync(first), StringComparison.Ordinal);
        Assert.Contains("Storm", await NextAsync(second), StringComparison.Ordinal);

        view = Samples.View(Samples.Trend(label: "Flood"));
        await ChangeAsync();
        await ReadingAsync(2);

        Assert.Contains("Flood", await NextAsync(first), StringComparison.Ordinal);
        Assert.Contains("Flood", await NextAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_changes_within_a_second_are_one_rendering()
    {
        var viewer = Join();
        await NextAsync(viewer);
        for (var i = 0; i < 50; i++)
        {
            await changes.Writer.WriteAsync(i);
        }

        view = Samples.View(Samples.Trend(label: "Flood"));
        await clock.TimersArmedAsync();
        clock.Advance(LiveBoard.Pause);

        Assert.Contains("Flood", await NextAsync(viewer), StringComparison.Ordinal);
        Assert.Equal(2, Volatile.Read(ref reads));
    }

    [Fact]
    public async Task A_change_after_a_quiet_time_is_rendered_at_once()
    {
        var viewer = Join();
        await NextAsync(viewer);
        await ReadingAsync(1);
        for (var quiet = 0; quiet < 3; quiet++)
        {
            await clock.TimersArmedAsync();
            clock.Advance(LiveBoard.Pause);
            await clock.TimersArmedAsync();
            clock.Advance(LiveBoard.Refresh);
            await ReadingAsync(quiet + 2);
        }

        view = Samples.View(Samples.Trend(label: "Flood"));
        await ChangeAsync();

        await ReadingAsync(5);
    }

    [Fact]
    public async Task A_viewer_that_does_not_read_holds_nobody_up_and_gets_the_newest()
    {
        var (slow, quick) = (Join(), Join());
        await NextAsync(quick);
        foreach (var label in new[] { "One", "Two", "Three" })
        {
            view = Samples.View(Samples.Trend(label: label));
            await ChangeAsync();
            Assert.Contains(label, await NextAsync(quick), StringComparison.Ordinal);
        }

        Assert.Contains("Three", await NextAsync(slow), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_that_has_the_board_already_is_sent_the_next_one()
    {
        var frame = await board.ReadAsync(BoardFilter.All[0], CancellationToken.None);
        var viewer = Join(frame.Version);
        var witness = Join();
        await NextAsync(witness);

        view = Samples.View(Samples.Trend(label: "Flood"));
        await ChangeAsync();

        Assert.Contains("Flood", await NextAsync(viewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_board_stays_while_the_database_is_away()
    {
        await board.ReadAsync(BoardFilter.All[0], CancellationToken.None);
        clock.Advance(LiveBoard.Pause);
        view = Samples.View() with { Health = new BoardHealth("gone", null, 0, false, null) };

        var frame = await board.ReadAsync(BoardFilter.All[0], CancellationToken.None);

        Assert.False(frame.IsWell);
        Assert.Contains("Storm", frame.Fragment.ToString(), StringComparison.Ordinal);
        Assert.Contains("database does not answer", frame.Fragment.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_viewer_too_many_is_turned_away()
    {
        for (var i = 0; i < LiveBoard.MostViewers; i++)
        {
            Assert.NotNull(board.Join(BoardFilter.All[0], null));
        }

        Assert.Null(board.Join(BoardFilter.All[0], null));
    }

    [Fact]
    public async Task Nothing_is_read_while_nobody_looks()
    {
        await ChangeAsync();
        await ChangeAsync();

        Assert.Equal(0, Volatile.Read(ref reads));
    }

    private Viewer Join(string? version = null) => board.Join(BoardFilter.All[0], version)!;

    private async Task<BoardView> Read(BoardFilter filter, CancellationToken cancellationToken)
    {
        await readings.Writer.WriteAsync(Interlocked.Increment(ref reads), cancellationToken);
        return view with { Filter = filter };
    }

    private async IAsyncEnumerable<long> Changes([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken))
        {
            yield return change;
        }
    }

    /// <summary>A change, once the pause after the last rendering is over.</summary>
    private async Task ChangeAsync()
    {
        await clock.TimersArmedAsync();
        clock.Advance(LiveBoard.Pause);
        await clock.TimersArmedAsync();
        await changes.Writer.WriteAsync(1);
    }

    private async Task ReadingAsync(int count)
    {
        while (await readings.Reader.ReadAsync().AsTask().WaitAsync(patience) != count)
        {
        }
    }

    private static async Task<string> NextAsync(Viewer viewer)
    {
        await foreach (var message in viewer.MessagesAsync(CancellationToken.None).WithCancellation(new CancellationTokenSource(patience).Token))
        {
            return Encoding.UTF8.GetString(message);
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
